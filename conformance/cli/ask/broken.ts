import type { Level } from '../../../spec/edition.ts';
import { levelIn } from '../../../spec/level.ts';
import type { RequirementId } from '../../../spec/generated/requirement-ids.ts';
import { COMMON_TO_VALUES } from '../../../spec/generated/attributes.ts';
import { parent } from '../../../reference/document/pointer.ts';
import { originsOf } from '../../judge/origins.ts';
import type { CaseResult, Fail } from '../../judge/outcome.ts';

/** A requirement that an answer breaks. */
export interface Broken {
  readonly requirement: RequirementId;
  readonly level: Level;
  /** JSON Pointers: into the normal form for a wrong value, into the document for a wrong verdict. */
  readonly places: readonly string[];
}

/** Returns the requirements that an answer breaks, in the order of the answer. Empty if it breaks none. */
export function brokenBy(result: CaseResult): Broken[] {
  const { outcome, test } = result;
  if (outcome.kind !== 'fail') return [];
  const found = new Map<RequirementId, string[]>();
  for (const [requirement, place] of placesOf(result, outcome)) {
    const places = found.get(requirement) ?? [];
    if (!places.includes(place)) found.set(requirement, [...places, place]);
  }
  const { levels } = test.edition.spec;
  return [...found].map(([requirement, places]) => ({
    requirement,
    level: levelIn(levels, requirement),
    places,
  }));
}

type Place = readonly [RequirementId, string];

function placesOf(result: CaseResult, { differences }: Fail): Place[] {
  const { expected } = result.test;
  if (differences.length > 0)
    return differences.flatMap(({ path, requirements }) =>
      telling(requirements).map((id): Place => [id, path]),
    );
  if (expected.kind === 'rejected')
    return expected.violations.map(({ requirement, path }): Place => [requirement, path]);
  return namedByRejection(result);
}

/** Returns requirements without those that nearly all values rest on, unless there are no others. */
function telling(requirements: readonly RequirementId[]): readonly RequirementId[] {
  const special = requirements.filter((id) => !COMMON_TO_VALUES.has(id));
  return special.length > 0 ? special : requirements;
}

/** Returns the requirements by which the document is right at the places that a rejection names. */
function namedByRejection({ test, received }: CaseResult): Place[] {
  const named = received.kind === 'result' ? pathsIn(JSON.parse(received.json)) : [];
  return [...originsOf(test).values()]
    .filter(({ kind, from }) => kind !== 'default' && named.some((path) => isAt(from, path)))
    .flatMap(({ requirements, from }) => telling(requirements).map((id): Place => [id, from]));
}

function pathsIn(result: unknown): string[] {
  const rejected = memberOf(result, 'rejected');
  if (!Array.isArray(rejected)) return [];
  return rejected
    .map((each: unknown) => memberOf(each, 'path'))
    .filter((path): path is string => typeof path === 'string' && path !== '');
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** Returns whether a place is the named one, inside of it, or directly around it. */
function isAt(place: string, named: string): boolean {
  return place === named || place.startsWith(`${named}/`) || parent(named) === place;
}
