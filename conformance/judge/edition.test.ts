import { describe, expect, it } from 'vitest';
import type { TestCase } from '../case/case.ts';
import { levelOfCase } from '../case/topic.ts';
import type { Edition } from '../edition.ts';
import { accepted } from '../testing/answers.ts';
import { EDITION } from '../testing/edition.ts';
import { invalidCase, resultOf } from '../testing/some-failure.ts';
import { TOY } from '../testing/toy-edition.ts';
import { judge } from './judge.ts';
import { symptomsOf } from './symptom.ts';

/** An invalid case about a requirement that the toy's page documents, and on which the page of dstack is silent. */
function caseIn(edition: Edition): TestCase {
  return { ...invalidCase(['nodes/positive'], '/nodes'), edition };
}

describe('a failure', () => {
  it.each([
    { edition: EDITION, level: 'observed' },
    { edition: TOY, level: 'documented' },
  ] as const)('in $edition.id has the level of its requirement there: $level', ({ edition, level }) => {
    const test = caseIn(edition);
    const outcome = judge(test, accepted('{}'));
    expect(outcome).toMatchObject({ kind: 'fail', level });
    expect(symptomsOf(resultOf(test, outcome)).map((symptom) => symptom.level)).toEqual([level]);
    expect(levelOfCase(test)).toBe(level);
  });

  it('is found by reading the answer as the edition does', () => {
    const yaml = { kind: 'yaml', text: 'kind: toy\nnodes: 2\nname: several\n' } as const;
    const normal = '{"kind":"toy","nodes":2,"name":"several"}';
    const test: TestCase = { ...caseIn(TOY), input: yaml, expected: { kind: 'accepted', normal } };
    expect(judge(test, accepted('{"kind":"toy","nodes":3,"name":"several"}'))).toMatchObject({
      kind: 'fail',
      differences: [{ path: '/nodes', expected: '2', received: '3' }],
    });
    expect(judge(test, accepted('{"name":"several","kind":"toy","nodes":"2"}'))).toMatchObject({
      kind: 'pass',
    });
  });
});
