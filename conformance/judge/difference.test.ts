import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, differingPaths, levelOf, worstLevel, wrongValuesAt } from './difference.ts';
import { EDITION } from '../testing/edition.ts';

describe('differingPaths', () => {
  it('is empty for equal values and for no others', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(differingPaths(one, structuredClone(one))).toEqual([]);
        if (JSON.stringify(one) !== JSON.stringify(other)) return;
        expect(differingPaths(one, other)).toEqual([]);
      }),
    );
  });

  it.each([
    [{ a: 1, b: 2 }, { a: 1, b: 3 }, ['/b']],
    [{ a: 1 }, { a: 1, b: undefined }, []],
    [{ a: 1 }, {}, ['/a']],
    [{}, { __proto__x: 1 }, ['/__proto__x']],
    [{ 'a/b~': 1 }, { 'a/b~': 2 }, ['/a~1b~0']],
    [[1, 2, 3], [1, 3], ['/1']],
    [null, {}, ['']],
    [[], {}, ['']],
    [1, '1', ['']],
  ])('for %j and %j the paths are %j', (one, other, paths) => {
    expect(differingPaths(one, other)).toEqual(paths);
  });

  it('compares a key called __proto__ like any other', () => {
    expect(differingPaths({}, JSON.parse('{"__proto__":1}'))).toEqual(['/__proto__']);
  });
});

describe('difference', () => {
  const origins = new Map([
    ['/nodes', { kind: 'default', from: '', requirements: ['nodes/default'] }],
    ['/env/0', { kind: 'given', from: '/env/0', requirements: ['env/list', 'env/name-only'] }],
    ['/resources/disk/size', { kind: 'default', from: '', requirements: ['disk/default'] }],
  ] as const);

  it.each([
    ['/nodes', 'documented', ['nodes/default']],
    ['/env/0', 'observed', ['env/list', 'env/name-only']],
    ['/env/1', 'observed', ['env/list', 'env/name-only']],
    ['/resources/disk', 'observed', ['disk/default']],
    ['/unknown', 'documented', []],
    ['', 'documented', []],
  ])('at %s the level is %s, with the requirements %s', (path, level, requirements) => {
    expect(difference(EDITION.spec.levels, path, {}, {}, origins)).toMatchObject({ level, requirements });
  });
});

describe('items that a list lacks', () => {
  const origins = new Map([
    ['/env/0', { kind: 'given', from: '/env/0', requirements: ['env/list', 'env/name-only'] }],
    ['/env/1', { kind: 'given', from: '/env/1', requirements: ['env/list', 'env/first-equals-sign'] }],
    ['/env/2', { kind: 'given', from: '/env/2', requirements: ['env/list', 'env/first-equals-sign'] }],
  ] as const);
  const expected = { env: ['A', 'B=1', 'C=2'] };

  it.each([
    ['of two kinds name what the kinds share', ['C=2'], ['/env/0', '/env/1'], ['env/list']],
    ['of one kind name that kind', ['A'], ['/env/1', '/env/2'], ['env/list', 'env/first-equals-sign']],
    ['is one alone, and names all of it', ['B=1', 'C=2'], ['/env/0'], ['env/list', 'env/name-only']],
  ])('%s', (_, env, paths, requirements) => {
    const found = wrongValuesAt(
      EDITION.spec.levels,
      differingPaths(expected, { env }),
      expected,
      { env },
      origins,
    );
    expect(found.map((each) => [each.path, each.received])).toEqual(paths.map((path) => [path, undefined]));
    for (const each of found) expect(each.requirements).toEqual(requirements);
  });
});

describe('levels', () => {
  it('one observed requirement makes a value observed, and one documented value makes a failure documented', () => {
    expect(levelOf(EDITION.spec.levels, ['nodes/default'])).toBe('documented');
    expect(levelOf(EDITION.spec.levels, ['nodes/default', 'nodes/positive'])).toBe('observed');
    expect(worstLevel(['observed', 'documented'])).toBe('documented');
    expect(worstLevel(['observed'])).toBe('observed');
    expect(worstLevel([])).toBe('documented');
  });
});
