import { describe, expect, it } from 'vitest';
import { caseAbout, crashOf, invalidCase, wrongValues, wrongVerdict } from '../testing/some-failure.ts';
import { FamiliarFailures } from './familiar-failures.ts';
import type { CaseResult } from '../judge/outcome.ts';

const PORTS = caseAbout(['ports/range']);
const VALUE = wrongValues(PORTS, ['/ports/0']);

function afterMany(result: CaseResult, times = 200): FamiliarFailures {
  const failures = new FamiliarFailures();
  for (let count = 0; count < times; count += 1) failures.add(result);
  return failures;
}

describe('a failure', () => {
  it('is familiar when its kind was confirmed two hundred times, and not before', () => {
    expect(afterMany(VALUE).has(VALUE)).toBe(true);
    expect(afterMany(VALUE, 199).has(VALUE)).toBe(false);
  });

  it('is not familiar because another kind is', () => {
    expect(afterMany(VALUE).has(wrongVerdict(PORTS))).toBe(false);
    expect(afterMany(wrongVerdict(PORTS)).has(wrongVerdict(invalidCase(['ports/range'])))).toBe(false);
  });

  it('is never familiar if it is no wrong answer', () => {
    expect(afterMany(crashOf(PORTS)).has(crashOf(PORTS))).toBe(false);
  });

  it('is never familiar once the program has answered a question in two ways', () => {
    const failures = afterMany(VALUE);
    failures.add({ ...VALUE, nondeterministic: 'pass' });
    expect(failures.has(VALUE)).toBe(false);
  });
});
