import { expect, test } from 'vitest';
import { LEVELS } from '../../spec/generated/editions/dstack-0.18.42/levels.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { REQUIREMENTS } from '../../spec/generated/editions/dstack-0.18.42/requirements.ts';
import { caseStream, testsOf } from '../case/generated-cases.ts';
import { EDITION } from '../testing/edition.ts';

const CASES = 10_000;

/** Counts how many of the first cases of a stream exercise each requirement, with either text. */
function exercisedBy(seed: number): ReadonlyMap<RequirementId, number> {
  const counts = new Map<RequirementId, number>();
  let left = CASES;
  for (const made of caseStream({ edition: EDITION, seed, inputs: ['json', 'yaml'] })) {
    if (left === 0) break;
    left -= 1;
    const tests = testsOf(EDITION, made, ['json', 'yaml']);
    const defaults = made.expected.kind === 'accepted' ? made.defaults : [];
    for (const id of new Set([...tests.flatMap(({ requirements }) => requirements), ...defaults])) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

test.each([1, 2, 3])('10,000 cases of seed %i exercise every requirement at least 20 times', (seed) => {
  const counts = exercisedBy(seed);
  const few = REQUIREMENTS.map(({ id }) => [id, counts.get(id) ?? 0] as const).filter(
    ([, count]) => count < 20,
  );
  expect(few).toEqual([]);
});

test('one case in four rests on the page alone and is labelled so', () => {
  let cases = 0;
  let documented = 0;
  for (const { plan, requirements, yamlRequirements, defaults } of caseStream({
    edition: EDITION,
    seed: 4,
    inputs: ['yaml'],
  })) {
    if (cases === 4_000) break;
    cases += 1;
    if (plan.scope !== 'documented') continue;
    documented += 1;
    const observed = [...requirements, ...yamlRequirements].filter((id) => LEVELS[id] === 'observed');
    expect(observed).toEqual([]);
    expect(defaults.length).toBeGreaterThan(0);
  }
  expect(documented).toBe(1_000);
});
