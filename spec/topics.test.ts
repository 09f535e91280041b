import { describe, expect, test } from 'vitest';
import { LEVELS } from './generated/editions/dstack-0.18.42/levels.ts';
import { readMeasurements, readTopicFile } from './sources.ts';
import { SPEC } from './generated/editions/dstack-0.18.42/edition.ts';
import { EDITION } from './testing/edition.ts';

const { topics } = readTopicFile(EDITION);

describe('topics.yaml', () => {
  test('it has every topic of the measurements and no other', () => {
    const measured = new Set(readMeasurements(EDITION).map((each) => each.topic));
    expect(Object.keys(topics).sort()).toEqual([...measured].sort());
  });

  test('every requirement that it names exists', () => {
    const named = Object.values(topics).flatMap((each) => ('requirements' in each ? each.requirements : []));
    expect(named.filter((each) => !Object.hasOwn(LEVELS, each))).toEqual([]);
  });

  test('a topic names every requirement that it alone settles', () => {
    const missing = SPEC.requirements.flatMap(({ id, source }) => {
      const measured = new Set((source.measurements ?? []).map(topicOf));
      const isNamed = [...measured].some((topic) => namesOf(topic).includes(id));
      return measured.size > 0 && !isNamed ? [`${id}: ${[...measured].join(', ')}`] : [];
    });
    expect(missing).toEqual([]);
  });
});

function topicOf(measurement: string): string {
  return measurement.slice(0, measurement.lastIndexOf('-'));
}

function namesOf(topic: string): readonly string[] {
  const found = topics[topic];
  return found !== undefined && 'requirements' in found ? found.requirements : [];
}
