import { expect, test } from 'vitest';
import { GRAMMAR } from '../../editions/dstack-0.18.42/grammar.ts';
import { generateCases } from '../../generate.ts';

/** Notations of YAML 1.1, and a pattern that recognizes each in a text. */
const LOOKS: Readonly<Record<string, RegExp>> = {
  'a directive': /^%YAML 1\.1\n---\n/,
  'an end of the document': /\n\.\.\.\n/,
  'a byte-order mark': /^\ufeff/,
  CRLF: /\r\n/,
  'a lone CR': /\r[^\n]/,
  NEL: /\u0085type: /,
  'an open end': /[^\n\r\u0085]$/,
  'a comment': /# a comment/,
  'an anchor and its alias': /&a0 [^]*\*a0/,
  'a merge key': /<<: \{/,
  'a list of merges': /<<: \[/,
  'a literal block': /[:-] \|-?\n/,
  'a folded block': /[:-] >-?\n/,
  'a broken quoted text': /"[^"\n]*\n {24}[^"]*"/,
  'single quotes': /: '/,
  'an escape': /\\x[0-9a-f]{2}/,
  octal: /: 0[1-7]+\n/,
  hexadecimal: /: 0x[0-9a-f]+\n/,
  binary: /: 0b[01]+\n/,
  'base 60': /: \d+:[0-5]\d\n/,
  underscores: /: \d+_\d{3}\n/,
  'an exponent': /: \d\.\d+e[-+]\d+\n/,
  'a dot in front': /: \.\d+\n/,
  'yes for true': /: (?:yes|Yes|YES)\n/,
  'off for false': /: (?:off|Off|OFF)\n/,
  'a tilde': /: ~\n/,
  'nothing at all': /\w: ?\n\w/,
  'a text tag': /!!str /,
  'an integer tag': /!!int /,
  'a float tag': /!!float /,
  'a boolean tag': /!!bool /,
  'a list tag': /!!seq\n/,
  'a mapping tag': /!!map\n/,
  'a set': /!!set \{/,
  'a key with a question mark': /^\? \w+\n:/m,
  'flow style as a whole': /^\{.*\}\n$/s,
  'a comma behind the last item': /, [\]}]/,
  'a key twice': /^nodes: .*^nodes: /ms,
};

test('every YAML notation that the requirements allow is written', () => {
  const missing = new Map(Object.entries(LOOKS));
  for (const { yaml } of generateCases(GRAMMAR, { seed: 1, count: 60_000, kind: 'valid' })) {
    for (const [look, pattern] of missing) if (pattern.test(yaml)) missing.delete(look);
    if (missing.size === 0) break;
  }
  expect([...missing.keys()]).toEqual([]);
});
