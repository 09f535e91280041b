import { describe, expect, it } from 'vitest';
import { readJson } from '../../../reference/json/json.ts';
import type { TestCase } from '../../case/case.ts';
import { judge } from '../../judge/judge.ts';
import type { CaseResult, Outcome } from '../../judge/outcome.ts';
import type { Answer } from '../../protocol/protocol.ts';
import { causesOf } from '../../testing/causes.ts';
import type { Answers } from '../programs/answer.ts';
import { find, isList, isMapping } from '../programs/change.ts';
import { VALUE_FAULTS } from '../programs/values.ts';
import { reads, refuses, says } from '../programs/wrong.ts';
import { sharedSuite } from '../../testing/shared-suite.ts';
import { remember } from '../programs/right-answers.ts';

/** The cases are fewer than those of a certificate, but enough to distinguish these causes. */
const CASES = sharedSuite(2500).filter(({ input }) => input.kind === 'json');

/** The documents of the cases, with their right answers: the programs are asked the same ones. */
const DOCUMENTS: ReadonlyMap<TestCase, unknown> = new Map(CASES.map((test) => [test, documentIn(test)]));

/** The fault in words, a program with it, and the requirements of which the first cause must name one. */
type Row = readonly [wrong: string, answers: Answers, requirements: readonly string[]];

const ROWS: readonly Row[] = [
  ['a default', VALUE_FAULTS['default-stop-duration'], ['stop_duration/default']],
  ['a default inside an object', VALUE_FAULTS['default-retry-duration-left-out'], ['retry/duration-default']],
  ['`true` for a default', reads('/stop_duration', (value) => value !== true && value), ['duration/true']],
  ['a unit in every field', VALUE_FAULTS['terabyte-thousand'], ['memory/terabytes']],
  ['an order that is not checked', VALUE_FAULTS['accepts-range-upside-down'], ['range/order']],
  ['null', VALUE_FAULTS['refuses-null'], ['null/absent']],
  ['lower case', VALUE_FAULTS['refuses-lower-case-sizes'], ['memory/case']],
  ['words of a boolean', VALUE_FAULTS['refuses-boolean-words'], ['boolean/words']],
  ['all commands lost', says('/commands', () => []), ['commands/list']],
  ['the tail of the commands lost', says('/commands', firstFive), ['commands/list']],
  ['the tail of the variables lost', says('/env', firstFive), ['env/list', 'env/mapping']],
  [
    'the case of short volumes',
    reads('/volumes/*', inLowerCase),
    ['volumes/short-network', 'volumes/short-instance'],
  ],
  [
    'the case of variables',
    reads('/env/*', inLowerCase),
    ['env/list', 'env/mapping', 'env/first-equals-sign'],
  ],
  ['a mapping refused without a word', refuses('/env', isMapping, {}), ['env/mapping']],
  ['a list refused without a word', refuses('/volumes/*/name', isList, {}), ['volumes/name-list']],
];

describe('the first cause', () => {
  it.each(ROWS)('of %s names the broken rule', (_, answers, requirements) => {
    const [first] = causesOf(CASES.map((test) => resultOf(test, judge(test, answerOf(test, answers)))));
    expect(requirements).toContain(first?.requirement);
  });

  it('names the requirement that crashing documents share', () => {
    const results = CASES.map((test) =>
      resultOf(test, isList(find(DOCUMENTS.get(test), '/regions')) ? CRASH : { kind: 'pass' }),
    );
    expect(causesOf(results)[0]).toMatchObject({ kind: 'crash', requirement: 'regions/list' });
  });
});

const CRASH: Outcome = {
  kind: 'crash',
  exit: { code: 1, signal: null },
  message: 'exited with code 1',
};

function firstFive(items: unknown): unknown {
  return isList(items) ? items.slice(0, 5) : items;
}

function inLowerCase(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function documentIn({ input }: TestCase): unknown {
  const reading = readJson(input.text);
  if (reading.kind === 'refused') return undefined;
  const { document } = reading;
  if (typeof document === 'object' && document !== null) remember(document);
  return document;
}

function answerOf(test: TestCase, answers: Answers): Answer {
  const answer = answers(DOCUMENTS.get(test));
  if (answer.kind === 'rejected') return { ...answer, json: JSON.stringify({ rejected: answer.violations }) };
  const json = JSON.stringify({ accepted: answer.normal });
  return { kind: 'accepted', value: answer.normal, json };
}

function resultOf(test: TestCase, outcome: Outcome): CaseResult {
  return { test, outcome, received: { kind: 'nothing' }, durationMs: 0 };
}
