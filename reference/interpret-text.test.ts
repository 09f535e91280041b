import { expect, test } from 'vitest';
import { PYDANTIC_1 } from './coercion/pydantic-1/pydantic-1.ts';
import { interpretText } from './interpret-text.ts';
import { toyLanguage } from './testing/toy-language.ts';

const TOY = toyLanguage(PYDANTIC_1);

/** The requirements that a text breaks, each with its line and column. */
function broken(kind: 'json' | 'yaml', text: string): string[] {
  const verdict = interpretText(TOY, kind, text);
  if (verdict.kind === 'accepted') return [];
  return verdict.violations.map(({ requirement, line, column }) => `${requirement} ${line}:${column}`);
}

test('a text of either kind means what its document means', () => {
  const expected = { kind: 'accepted', normal: { kind: 'toy', nodes: 2, name: 'ab' } };
  expect(interpretText(TOY, 'yaml', 'kind: toy\nnodes: 2\nname: ab\n')).toEqual(expected);
  expect(interpretText(TOY, 'json', '{"kind":"toy","nodes":2,"name":"ab"}')).toEqual(expected);
});

test('a wrong value is named where it stands, an unknown field where its key stands', () => {
  expect(broken('yaml', 'kind: toy\nnodes: 0\n')).toEqual(['nodes/positive 2:8']);
  expect(broken('yaml', 'kind: toy\nfoo: 0\n')).toEqual(['document/known-fields 2:1']);
  expect(broken('json', '{"kind":"toy","nodes":0}')).toEqual(['nodes/positive 1:23']);
});

test('a text that is none of its kind breaks what its reader says', () => {
  expect(broken('yaml', 'kind: [\n')[0]).toContain('yaml/well-formed');
});
