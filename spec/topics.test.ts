import { describe, expect, test } from 'vitest';
import { readMeasurements, readTopicFile } from './sources.ts';
import { EDITIONS } from './testing/editions.ts';

describe.each(EDITIONS)('topics.yaml of $folder', ({ folder, spec }) => {
  const { topics } = readTopicFile(folder);

  function namesOf(topic: string): readonly string[] {
    const found = topics[topic];
    return found !== undefined && 'requirements' in found ? found.requirements : [];
  }

  test('it has every topic of the measurements and no other', () => {
    const measured = new Set(readMeasurements(folder).map((each) => each.topic));
    expect(Object.keys(topics).sort()).toEqual([...measured].sort());
  });

  test('every requirement that it names exists', () => {
    const named = Object.values(topics).flatMap((each) => ('requirements' in each ? each.requirements : []));
    expect(named.filter((each) => !Object.hasOwn(spec.levels, each))).toEqual([]);
  });

  test('a topic names every requirement that it alone settles', () => {
    const missing = spec.requirements.flatMap(({ id, source }) => {
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
