import { interpret } from '../../reference/interpret.ts';
import { LANGUAGE } from '../../reference/editions/dstack-0.18.42/language.ts';
import { readJson } from '../../reference/json/json.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { TestCase } from '../case/case.ts';
import type { Answer } from '../protocol/protocol.ts';
import { EDITION } from './edition.ts';

/** Makes a case from JSON text, whose expectation is the verdict of the reference. */
export function caseOf(text: string, requirements: readonly RequirementId[] = ['type/task']): TestCase {
  const reading = readJson(text);
  if (reading.kind === 'refused') throw new Error('no JSON');
  const verdict = interpret(LANGUAGE, reading.document);
  const expected =
    verdict.kind === 'accepted'
      ? ({ kind: 'accepted', normal: LANGUAGE.stringify(verdict.normal) } as const)
      : verdict;
  return { id: 'test', edition: EDITION, input: { kind: 'json', text }, expected, requirements };
}

export function accepted(json: string): Answer {
  return { kind: 'accepted', value: JSON.parse(json) as unknown, json: `{"accepted":${json}}` };
}

export function rejected(...paths: (string | undefined)[]): Answer {
  const violations = paths.map((path) => (path === undefined ? {} : { path }));
  return { kind: 'rejected', violations, json: JSON.stringify({ rejected: violations }) };
}

/** Returns the expected normal form with a piece of its text replaced. */
export function changed(test: TestCase, from: string, to: string): Answer {
  if (test.expected.kind === 'rejected' || !test.expected.normal.includes(from))
    throw new Error(`no ${from}`);
  return accepted(test.expected.normal.replace(from, to));
}
