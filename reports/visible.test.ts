import fc from 'fast-check';
import { expect, it } from 'vitest';
import { visible, visibleInJson, visibleJson, visibleLines } from './visible.ts';

/** A control character of each kind: escape, CSI, marks that reorder text, and a surrogate without its other half. */
const HOSTILE = ['\u001b', '\u009b', '\u007f', '\u202e', '\u2066', '\u061c', '\u200f', '\ufeff', '\ud800'];

it.each(HOSTILE)('%j is shown as an escape', (char) => {
  const escape = `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  expect(visible(`a${char}b`)).toBe(`a${escape}b`);
  expect(visibleLines(`a${char}\nb`)).toBe(`a${escape}\nb`);
  expect(visibleJson([char])).toBe(`["${escape}"]`);
});

it('JSON that is safe to print holds exactly the same value', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE));
  fc.assert(
    fc.property(fc.jsonValue(), fc.array(text), fc.constantFrom(0, 2), (value, texts, indent) => {
      const whole = { value, texts };
      const json = visibleJson(whole, indent);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(whole)));
      // A surrogate with its other half is a character like any other.
      for (const char of HOSTILE.slice(0, -1)) expect(json).not.toContain(char);
    }),
  );
});

it('blanks between the values of JSON stay', () => {
  expect(visibleInJson('[\t1,\r\n"\u009b"]')).toBe('[\t1,\r\n"\\u009b"]');
});
