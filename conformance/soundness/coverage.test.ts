import { describe, expect, test } from 'vitest';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { caseStream, testsOf } from '../case/generated-cases.ts';
import type { Edition } from '../edition.ts';
import { EDITIONS } from '../editions/register.ts';

const CASES = 10_000;

/** The least number of cases of a requirement; a quarter of that where there are more than 350. */
const LEAST = 20;

/** Counts how many of the first cases of a stream exercise each requirement, with either text. */
function exercisedBy(edition: Edition, seed: number): ReadonlyMap<RequirementId, number> {
  const counts = new Map<RequirementId, number>();
  let left = CASES;
  for (const made of caseStream({ edition, seed, inputs: ['json', 'yaml'] })) {
    if (left === 0) break;
    left -= 1;
    const tests = testsOf(edition, made, ['json', 'yaml']);
    const defaults = made.expected.kind === 'accepted' ? made.defaults : [];
    for (const id of new Set([...tests.flatMap(({ requirements }) => requirements), ...defaults])) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

describe.each(EDITIONS)('cases of $id', ({ load }) => {
  test.each([1, 2, 3])('exercise every requirement often, 10,000 of seed %i', async (seed) => {
    const edition = await load();
    const { requirements } = edition.spec;
    const least = requirements.length > 350 ? LEAST / 4 : LEAST;
    const counts = exercisedBy(edition, seed);
    const few = requirements
      .map(({ id }) => [id, counts.get(id) ?? 0] as const)
      .filter(([, count]) => count < least);
    expect(few).toEqual([]);
  });

  test('rest on the page alone once in four, and are labelled so', async () => {
    const edition = await load();
    let cases = 0;
    let documented = 0;
    for (const { plan, requirements, yamlRequirements, defaults } of caseStream({
      edition,
      seed: 4,
      inputs: ['yaml'],
    })) {
      if (cases === 4_000) break;
      cases += 1;
      if (plan.scope !== 'documented') continue;
      documented += 1;
      const { levels } = edition.spec;
      const observed = [...requirements, ...yamlRequirements].filter((id) => levels[id] === 'observed');
      expect(observed).toEqual([]);
      expect(defaults.length).toBeGreaterThan(0);
    }
    expect(documented).toBe(1_000);
  });
});
