import { describe, expect, test } from 'vitest';
import { Float } from '../../reference/document/float.ts';
import { readJson } from '../../reference/json/json.ts';
import { jsonOf } from './json.ts';
import { nodeOf, Yaml, type Literal } from './literal.ts';
import { documentOf, float, knownText, text } from './node.ts';

const DOCUMENTS: readonly Literal[] = [
  null,
  true,
  12,
  -0.5,
  1e-7,
  new Float(2),
  new Float(-0),
  new Float(1e16),
  new Float(1.2345678901234568e17),
  '',
  'é😀 "\\\n\u2028',
  [],
  {},
  [1, [null, { a: [], '': {} }]],
  { b: 1, a: new Float(1), '1': 'x' },
];

describe('a node', () => {
  test.each(DOCUMENTS)('has a JSON text that reads as its document: %j', (literal) => {
    const node = nodeOf(literal);
    const reading = readJson(jsonOf(node) ?? '');
    expect(reading.kind === 'read' ? reading.document : reading.violations).toEqual(documentOf(node));
  });

  test('has no JSON text if only YAML can say it, and neither has a node that holds it', () => {
    for (const literal of [new Yaml('*a'), [1, new Yaml('*a')], { a: { b: new Yaml('*a') } }]) {
      expect(jsonOf(nodeOf(literal))).toBeUndefined();
    }
  });

  test('remains a float in JSON', () => {
    expect([2, -0, 1e16, 0.5, 1e-7].map((value) => float(value).json)).toEqual([
      '2.0',
      '-0.0',
      '10000000000000000.0',
      '0.5',
      '1e-7',
    ]);
  });

  test('is shared if it is a text from a pool', () => {
    const known = knownText('a text of the pools');
    expect(text('a text of the pools')).toBe(known);
    expect(text('no text of the pools')).not.toBe(text('no text of the pools'));
  });
});
