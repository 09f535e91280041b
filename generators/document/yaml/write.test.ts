import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../reference/yaml/yaml.ts';
import { arbitraryOf } from '../../choices/arbitrary.ts';
import { LONG_TEXTS } from '../../meaning/long-texts.ts';
import { TRICKY_TEXTS } from '../../meaning/tricky-texts.ts';
import { boolean, documentOf, float, integer, list, mapping, NULL, text, type Node } from '../node.ts';
import { Pen } from '../../choices/pen.ts';
import { shapeOf } from '../shape.ts';
import { plainYamlOf, yamlOf } from './write.ts';

const texts = fc.oneof(
  fc.constantFrom(...TRICKY_TEXTS),
  fc.constantFrom(...LONG_TEXTS),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('a', ' ', ':', '#', '-', "'", '"', '\n', ',', '[', '}', '?', '1', '.', '\t', '\\'),
    maxLength: 10,
  }),
);

const scalars: fc.Arbitrary<Node> = fc.oneof(
  { weight: 4, arbitrary: texts.map(text) },
  fc.maxSafeInteger().map(integer),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).map(float),
  fc.boolean().map(boolean),
  fc.constant(NULL),
);

/** Any document. The names in mappings have no twin, so no reader takes them for numbers. */
const nodes: fc.Arbitrary<Node> = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalars,
    fc.array(tie('node'), { maxLength: 4 }).map(list),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom('a', 'b c', 'off', 'é', 'key: x', '- z', ''), tie('node')), {
        maxLength: 4,
        selector: ([key]) => key,
      })
      .map((entries) =>
        mapping(
          entries.map(([key]) => text(key)),
          entries.map(([, value]) => value),
        ),
      ),
  ),
})).node;

const pens = arbitraryOf((source) => new Pen(source));

function documentIn(yaml: string): unknown {
  const reading = readYaml(yaml);
  return reading.kind === 'read' ? reading.document : reading.violations;
}

describe('YAML text', () => {
  test('reads as its document in any style', () => {
    fc.assert(
      fc.property(nodes, pens, (node, pen) => {
        expect(documentIn(yamlOf(node, pen))).toEqual(documentOf(node));
      }),
      { numRuns: 4_000, seed: 1 },
    );
  });

  test('reads as its document in the plainest style', () => {
    fc.assert(
      fc.property(nodes, pens, (node, pen) => {
        expect(documentIn(plainYamlOf(node, pen))).toEqual(documentOf(node));
      }),
      { numRuns: 1_000, seed: 2 },
    );
  });
});

describe('the shape of a text', () => {
  test.each(['y', 'n', 'nUll', '1e3', '0o17', '08', 'a#b', '-a', '?a', 'a:b', "it's", '.', '1.2.3', '1:99'])(
    'lets %j stand plain',
    (value) => {
      expect(shapeOf(value).plain).not.toBe('never');
      expect(documentIn(`${value}\n`)).toBe(value);
    },
  );

  test.each([
    'yes',
    'Off',
    '12',
    '1.0',
    '22:22',
    '0x1F',
    '0b1',
    '1_000',
    '.5',
    '.inf',
    '~',
    '',
    '=',
    '<<',
    '2024-01-01',
    'a: b',
    'a #b',
    '- a',
    '*a',
    ' a',
    'a ',
    'a\nb',
    '\u0007',
    '\u2028',
    '\ufeffa',
  ])('keeps %j from standing plain', (value) => {
    expect(shapeOf(value).plain).toBe('never');
  });

  test.each(['a, b', '[a', 'a]', '{a', 'a}', 'ready?', 'a:,b'])('keeps %j out of flow style', (value) => {
    expect(shapeOf(value).plain).not.toBe('anywhere');
  });
});
