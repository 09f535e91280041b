import { describe, expect, it } from 'vitest';
import { EDITION } from '../testing/edition.ts';
import { exampleCases } from './example-cases.ts';
import { describeFilter, filterIn, passesFilter, unknownTopics, type Filter } from './topic.ts';

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

describe('filterIn', () => {
  it.each<Filter>([
    { topics: ['gpu'] },
    { topics: ['gpu', 'ports'], level: 'observed' },
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
