import { describe, expect, test } from 'vitest';
import { examples } from '../../spec/catalogue.ts';
import { KNOWN_FIELDS } from '../../spec/generated/editions/dstack-0.18.42/known-fields.ts';
import { accepted, caseOf } from '../testing/answers.ts';
import { judge } from './judge.ts';
import { SPEC } from '../../spec/generated/editions/dstack-0.18.42/edition.ts';

/** The smallest task. All other keys of its normal form have their defaults. */
const MINIMAL = caseOf('{"type":"task","commands":["python train.py"]}');
const SAID: ReadonlySet<string> = new Set(['type', 'commands']);

/** Another value for each key of the normal form: the first one that an example gives. */
const OTHERS = new Map<string, unknown>();
for (const example of examples(SPEC)) {
  if (example.kind === 'rejected') continue;
  for (const [key, value] of Object.entries(example.normal))
    if (!OTHERS.has(key) && JSON.stringify(value) !== textOf(key)) OTHERS.set(key, value);
}

const defaults = Object.entries(SPEC.minimal.normal).filter(([key]) => !SAID.has(key));

describe('a program that does everything right but for one default', () => {
  test.each(defaults)('fails where %s has another value', (key) => {
    expect(OTHERS.has(key)).toBe(true);
    expect(failureOf(key, { ...SPEC.minimal.normal, [key]: OTHERS.get(key) })).toEqual('fail');
  });

  test.each(defaults.filter(([, value]) => value !== null))('fails where %s is left out', (key) => {
    const entries = Object.entries(SPEC.minimal.normal).filter(([other]) => other !== key);
    expect(failureOf(key, Object.fromEntries(entries))).toEqual('fail');
  });
});

/** Returns the outcome, and checks that a failure names the key's own place and requirements. */
function failureOf(key: string, answer: unknown): string {
  const outcome = judge(MINIMAL, accepted(JSON.stringify(answer)));
  if (outcome.kind !== 'fail') return outcome.kind;
  const fields: readonly string[] = key === 'resources' ? KNOWN_FIELDS.Resources : [key];
  expect(outcome.differences.filter(({ path }) => path.split('/')[1] !== key)).toEqual([]);
  expect(outcome.requirements).not.toEqual([]);
  expect(outcome.requirements.filter((id) => !fields.includes(id.split('/')[0] ?? ''))).toEqual([]);
  return outcome.kind;
}

function textOf(key: string): string {
  return JSON.stringify(Object.entries(SPEC.minimal.normal).find(([name]) => name === key)?.[1]);
}
