import { requirements } from '../../spec/catalogue.ts';
import type { LogRequirement } from '../../spec/generated/event-log.ts';
import { LEVELS, type Level } from '../../spec/generated/levels.ts';
import type { TestCase } from './case.ts';

/** Which cases to ask; what is absent does not restrict. */
export interface Filter {
  readonly topics?: readonly string[];
  /** `documented`: only cases that are about nothing else; `observed`: the others. */
  readonly level?: Level;
}

const topics = new Map<string, string>(requirements().map(({ id, topic }) => [id, topic]));

/** The topic of a case: that of the first requirement that it exercises. */
export function topicOf(test: TestCase): string {
  return topics.get(test.requirements[0] ?? '') ?? 'other';
}

export function topicOfRequirement(id: string): string | undefined {
  return topics.get(id);
}

/** Every topic, in reading order. */
function allTopics(): string[] {
  return [...new Set(topics.values())];
}

/** What to say of topics that there are not; undefined where there are all. */
export function unknownTopics(wanted: readonly string[]): string | undefined {
  const all = allTopics();
  const unknown = wanted.filter((topic) => !all.includes(topic));
  return unknown.length === 0
    ? undefined
    : `there is no topic ${unknown.join(', ')}; the topics are ${all.join(', ')}`;
}

export function passesFilter(test: TestCase, { topics: wanted, level }: Filter): boolean {
  if (wanted !== undefined && !wanted.includes(topicOf(test))) return false;
  return level === undefined || level === levelOfCase(test);
}

/** The filter in words; undefined where it lets everything pass. */
export function describeFilter({ topics: wanted, level }: Filter): string | undefined {
  const parts: string[] = [];
  if (wanted !== undefined) parts.push(`--topic ${wanted.join(' ')}`);
  if (level !== undefined) parts.push(`--level ${level}`);
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** A case is about documented behaviour only if all that it exercises is documented. */
export function levelOfCase({ requirements: ids }: TestCase): Level {
  return ids.some((id) => LEVELS[id] === 'observed') ? 'observed' : 'documented';
}

/** What a log says of each requirement, so that a report needs nothing else. */
export function requirementsForLog(): Record<string, LogRequirement> {
  return Object.fromEntries(
    requirements().map(({ id, topic, level, sentence }) => [id, { topic, level, sentence }]),
  );
}
