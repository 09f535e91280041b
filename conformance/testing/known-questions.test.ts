import { expect, it } from 'vitest';
import type { TestCase } from '../case/case.ts';
import { EDITION } from './edition.ts';
import { questionsOf } from '../fuzz/questions.ts';
import { KnownQuestions } from './known-questions.ts';

function firstTen(questions: Iterable<TestCase>): TestCase[] {
  const found: TestCase[] = [];
  for (const each of questions) if (found.push(each) === 10) break;
  return found;
}

function idsOf(tests: readonly TestCase[]): string[] {
  return tests.map(({ id }) => id);
}

it('gives each asker the same questions, which are those of its seed', () => {
  const known = new KnownQuestions(3);
  const first = firstTen(known.of(['json']));
  const again = firstTen(known.of(['json']));
  expect(again.every((test, index) => test === first[index])).toBe(true);
  expect(idsOf(first)).toEqual(idsOf(firstTen(questionsOf({ edition: EDITION, seed: 3 }, ['json']))));
});

it('gives other questions for other kinds of input', () => {
  const known = new KnownQuestions(3);
  firstTen(known.of(['json']));
  expect(firstTen(known.of(['yaml'])).map(({ input }) => input.kind)).toEqual(Array(10).fill('yaml'));
});
