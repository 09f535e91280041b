import { unknownNames } from '../../reference/advice/nearest.ts';
import type { LogRequirement } from '../../spec/generated/event-log.ts';
import type { EditionSpec, Level } from '../../spec/edition.ts';
import { levelIn } from '../../spec/level.ts';
import type { TestCase } from './case.ts';
import { exercisedBy } from './generated-cases.ts';

/** Selects the cases to ask. An absent member does not restrict them. */
export interface Filter {
  readonly topics?: readonly string[];
  /** The ids of requirements: cases that exercise one of them. */
  readonly requirements?: readonly string[];
  /** `documented` selects cases that are only about documented behaviour; `observed` selects the others. */
  readonly level?: Level;
  /** The ids of single cases. */
  readonly cases?: readonly string[];
}

/** Returns the topic of a case, which is the topic of the first requirement that it exercises. */
export function topicOf({ edition, requirements }: TestCase): string {
  return edition.spec.topicOf.get(requirements[0] ?? '') ?? 'other';
}

/** Error message for unknown topics; undefined if the edition has all of them. */
export function unknownTopics({ topics }: EditionSpec, wanted: readonly string[]): string | undefined {
  const all = topics.map(({ topic }) => topic);
  return unknownNames('topic', wanted, all, `the topics are ${all.join(', ')}`);
}

/** Error message for unknown requirements; undefined if the edition has all of them. */
export function unknownRequirements(
  { requirements }: EditionSpec,
  wanted: readonly string[],
): string | undefined {
  const all = requirements.map(({ id }) => id);
  return unknownNames('requirement', wanted, all, '`dstack-conformance spec` lists the requirements');
}

export function passesFilter(
  test: TestCase,
  { topics: wanted, requirements, level, cases }: Filter,
): boolean {
  if (cases !== undefined && !asSet(cases).has(test.id)) return false;
  if (requirements !== undefined && !exercisedBy(test).some((id) => requirements.includes(id))) return false;
  if (wanted !== undefined && !wanted.includes(topicOf(test))) return false;
  return level === undefined || level === levelOfCase(test);
}

/** The ids of filters as sets, because a run of a log's failures may choose thousands of cases. */
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

function asSet(ids: readonly string[]): ReadonlySet<string> {
  const known = sets.get(ids);
  if (known !== undefined) return known;
  const set = new Set(ids);
  sets.set(ids, set);
  return set;
}

/** Describes the filter in words. Returns undefined if it lets every case pass. */
export function describeFilter({ topics: wanted, requirements, level, cases }: Filter): string | undefined {
  const parts: string[] = [];
  if (wanted !== undefined) parts.push(`--topic ${wanted.join(' ')}`);
  if (requirements !== undefined) parts.push(`--requirement ${requirements.join(' ')}`);
  if (level !== undefined) parts.push(`--level ${level}`);
  if (cases !== undefined) parts.push(`--case ${cases.join(' ')}`);
  return parts.length === 0 ? undefined : parts.join(' ');
}

const FILTER =
  /^(?:--topic (?<topics>[^ ]+(?: (?!--)[^ ]+)*))?(?: ?--requirement (?<requirements>[^ ]+(?: (?!--)[^ ]+)*))?(?: ?--level (?<level>documented|observed))?(?: ?--case (?<cases>[^ ]+(?: (?!--)[^ ]+)*))?$/;

/** Reads a filter from its description in words. Returns undefined for any other text. */
export function filterIn(description: string): Filter | undefined {
  const { topics: wanted, requirements, level, cases } = FILTER.exec(description)?.groups ?? {};
  const filter: Filter = {
    ...(wanted === undefined ? {} : { topics: wanted.split(' ') }),
    ...(requirements === undefined ? {} : { requirements: requirements.split(' ') }),
    ...(level === 'documented' || level === 'observed' ? { level } : {}),
    ...(cases === undefined ? {} : { cases: cases.split(' ') }),
  };
  return describeFilter(filter) === description ? filter : undefined;
}

/** Returns the level of a case. It is `documented` only if all requirements that the case exercises are. */
export function levelOfCase({ edition, requirements: ids }: TestCase): Level {
  return ids.some((id) => levelIn(edition.spec.levels, id) === 'observed') ? 'observed' : 'documented';
}

/** Returns the requirements of an edition as the log lists them, so that a report needs only the log. */
export function requirementsForLog({ requirements }: EditionSpec): Record<string, LogRequirement> {
  return Object.fromEntries(
    requirements.map(({ id, topic, level, sentence, source: { page } }) => [
      id,
      { topic, level, sentence, ...(page === undefined ? {} : { page: [...page] }) },
    ]),
  );
}
