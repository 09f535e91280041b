import { expect, test } from 'vitest';
import { BLANK, BREAK, COLON, END, FLOW_SIGN, meaningOf, QUESTION, SIGN } from './character.ts';

test.each([
  ['a', 0],
  ['#', 0],
  ['é', 0],
  ['\u00ff', 0],
  ['\u0100', 0],
  ['\u2027', 0],
  ['\ufeff', 0],
  [' ', BLANK],
  ['\t', BLANK | SIGN],
  ['\n', BLANK | BREAK],
  ['\r', BLANK | BREAK],
  ['\x85', BLANK | BREAK],
  ['\u2028', BLANK | BREAK],
  ['\u2029', BLANK | BREAK],
  [':', COLON | SIGN],
  ['?', QUESTION | SIGN],
  [',', FLOW_SIGN | SIGN],
  ['}', FLOW_SIGN | SIGN],
  ['|', SIGN],
  ['`', SIGN],
])('%j has the meaning %d', (character, meaning) => {
  expect(meaningOf(character.charCodeAt(0))).toBe(meaning);
});

test('the end of the text counts as a blank and as a line break', () => {
  expect(meaningOf(END)).toBe(BLANK | BREAK);
});
