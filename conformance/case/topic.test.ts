import { describe, expect, it } from 'vitest';
import { EDITION } from '../testing/edition.ts';
import { exampleCases } from './example-cases.ts';
import { exercisedBy } from './generated-cases.ts';
import { suiteCases } from './suite-cases.ts';
import {
  describeFilter,
  filterIn,
  passesFilter,
  unknownRequirements,
  unknownTopics,
  type Filter,
} from './topic.ts';

it('names unknown topics, those that are meant, and all that there are', () => {
  expect(unknownTopics(EDITION.spec, ['ports', 'yaml'])).toBeUndefined();
  expect(unknownTopics(EDITION.spec, ['ports', 'resorces', 'volume'])).toMatch(
    /^there is no topic resorces, volume; did you mean resources, volumes\?; the topics are .*ports/,
  );
  expect(unknownTopics(EDITION.spec, ['foobar'])).toMatch(/^there is no topic foobar; the topics are /);
});

it('takes single cases by their ids', () => {
  const [first, second] = exampleCases(EDITION);
  if (first === undefined || second === undefined) throw new Error('there are no examples');
  const chosen = [first, second].filter((test) => passesFilter(test, { cases: [second.id] }));
  expect(chosen).toEqual([second]);
});

it('names unknown requirements, and those that are meant', () => {
  expect(unknownRequirements(EDITION.spec, ['ports/range'])).toBeUndefined();
  expect(unknownRequirements(EDITION.spec, ['ports/rnage', 'x'])).toBe(
    'there is no requirement ports/rnage, x; did you mean ports/range?; `dstack-conformance spec` lists the requirements',
  );
});

it('takes the cases that exercise a requirement, among them those that leave its field out', () => {
  const all = suiteCases(EDITION, 200);
  const chosen = all.filter((test) => passesFilter(test, { requirements: ['nodes/default'] }));
  const examples = chosen.filter(({ id }) => id.startsWith('nodes/default/'));
  expect(examples).not.toEqual([]);
  expect(chosen.length).toBeGreaterThan(examples.length);
  expect(chosen.every((test) => exercisedBy(test).includes('nodes/default'))).toBe(true);
  expect(all.filter((test) => exercisedBy(test).includes('nodes/default'))).toEqual(chosen);
});

describe('filterIn', () => {
  it.each<Filter>([
    { topics: ['gpu'] },
    { topics: ['gpu', 'ports'], level: 'observed' },
    { requirements: ['ports/range'] },
    { topics: ['gpu'], requirements: ['ports/range', 'nodes/default'], level: 'observed' },
    { level: 'documented' },
    { cases: ['g/0123456789ab', 'ports/range/reject-1/json'] },
    { topics: ['gpu'], level: 'observed', cases: ['c/0123456789ab'] },
  ])('reads %j from its description', (filter) => {
    expect(filterIn(describeFilter(filter) ?? '')).toEqual(filter);
  });

  it.each(['--topic', '--topic  gpu', '--level all', 'gpu', '--level documented --topic gpu'])(
    'reads nothing from %j',
    (text) => {
      expect(filterIn(text)).toBeUndefined();
    },
  );
});
