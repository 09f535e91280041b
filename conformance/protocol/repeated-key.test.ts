import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatedKey } from './repeated-key.ts';

describe('repeatedKey', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":1,"b":{"a":1,"c":[{"d":1},{"d":2,"e":[],"d":3}]}}', 'd'],
    ['{"a":{},"b":[],"a":null}', 'a'],
    ['{"\\u0061":1,"a":2}', 'a'],
    ['{"a\\"":1, "b":"\\\\" , "a\\"":2}', 'a"'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
    ['[["a","a"],{"a":"a"},{"a":"a,\\"a\\":"}]', undefined],
    ['"a"', undefined],
  ])('of %s is %s', (json, key) => {
    expect(repeatedKey(json)).toBe(key);
  });

  it('is none for what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(repeatedKey(JSON.stringify(value))).toBeUndefined();
      }),
    );
  });
});
