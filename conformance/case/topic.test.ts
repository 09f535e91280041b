import { describe, expect, it } from 'vitest';
import { describeFilter, filterIn, type Filter } from './topic.ts';

describe('filterIn', () => {
  it.each<Filter>([
    { topics: ['gpu'] },
    { topics: ['gpu', 'ports'], level: 'observed' },
    { level: 'documented' },
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
