import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, differingPaths, levelOf, worstLevel } from './difference.ts';

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
    [
      [1, 2, 3],
      [1, 3],
      ['/1', '/2'],
    ],
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
    expect(difference(path, {}, {}, origins)).toMatchObject({ level, requirements });
  });
});

describe('levels', () => {
  it('one observed requirement makes a value observed, and one documented value makes a failure documented', () => {
    expect(levelOf(['nodes/default'])).toBe('documented');
    expect(levelOf(['nodes/default', 'nodes/positive'])).toBe('observed');
    expect(worstLevel(['observed', 'documented'])).toBe('documented');
    expect(worstLevel(['observed'])).toBe('observed');
    expect(worstLevel([])).toBe('documented');
  });
});
