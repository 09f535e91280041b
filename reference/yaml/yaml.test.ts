import { describe, expect, test } from 'vitest';
import { MAX_DEPTH, MAX_TEXT, MAX_VALUES } from '../document/limits.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';
import { readYaml } from './yaml.ts';

describe('a text is read', () => {
  test.each<[string, unknown]>([
    ['', null],
    ['# nothing\n', null],
    ['a', 'a'],
    ['a: 1', { a: 1 }],
    ['a: 1\nb: [x, "y", \'z\']\n', { a: 1, b: ['x', 'y', 'z'] }],
    ['{a: 1, b: {c: d}}', { a: 1, b: { c: 'd' } }],
    ['{"a":1,"b":2}', { a: 1, b: 2 }],
    ['? a\n: b\n', { a: 'b' }],
    ['? a\n', { a: null }],
    ['{? a : b, c}', { a: 'b', c: null }],
    ['- a\n- - b\n  - c\n-\n', ['a', ['b', 'c'], null]],
    ['a:\n- b\n- c\n', { a: ['b', 'c'] }],
    ['[a: b, c]', [{ a: 'b' }, 'c']],
    ['a: http://x:80/y#z', { a: 'http://x:80/y#z' }],
    ['a: 1\na: 2\n', { a: 2 }],
    ['a: "off"\nb: off\n', { a: 'off', b: false }],
  ])('%j means %o', (text, document) => {
    expectAccepted(readYaml, text, document);
  });

  test.each<[string, unknown]>([
    ['a: |\n  x\n  y\n', { a: 'x\ny\n' }],
    ['a: |-\n  x\n\n', { a: 'x' }],
    ['a: |+\n  x\n\n', { a: 'x\n\n' }],
    ['a: |\n  x', { a: 'x' }],
    ['a: |\n   x\n    y\n', { a: 'x\n y\n' }],
    ['a: |2\n    x\n', { a: '  x\n' }],
    ['a: >\n  x\n  y\n\n  z\n', { a: 'x y\nz\n' }],
    ['a: >-\n  x\n    y\n  z\n', { a: 'x\n  y\nz' }],
    ['a: | # comment\n  # text\n', { a: '# text\n' }],
    ['a: x\n  y\n\n  z\n', { a: 'x y\nz' }],
    ['a: "x\n  y"\n', { a: 'x y' }],
    ['a: "x \\\n  y\\n"\n', { a: 'x y\n' }],
    ["a: 'it''s'\n", { a: "it's" }],
    ['a: "\\x41\\u00e9\\U0001F600\\t\\e"', { a: 'Aé😀\t\u001b' }],
  ])('over several lines, %j means %o', (text, document) => {
    expectAccepted(readYaml, text, document);
  });

  test.each([
    'a: 1\nb: x\n',
    '\ufeffa: 1\nb: x\n',
    'a: 1\r\nb: x\r\n',
    'a: 1\rb: x\r',
    'a: 1\u0085b: x\u0085',
    '---\na: 1\nb: x\n',
    '---\na: 1\nb: x\n...\n',
    '%YAML 1.1\n---\na: 1\nb: x\n',
    '%YAML 1.2\n--- # c\na: 1\nb: x\n',
    '%TAG ! tag:x.org,2000:\n---\na: 1\nb: x\n',
    '%FOO bar\n---\na: 1\nb: x\n',
    '# c\n\na: 1 # c\n\n  # c\nb: x\n# c',
    '{a: 1, # c\n b: x}',
    '{a: 1, b: x,}',
  ])('%j means the same as the plainest spelling', (text) => {
    expectAccepted(readYaml, text, { a: 1, b: 'x' });
  });

  test.each<[string, unknown]>([
    ['a: &x 1\nb: *x\n', { a: 1, b: 1 }],
    ['a: &x [1]\nb: [*x, *x]\n', { a: [1], b: [[1], [1]] }],
    ['&x a: *x\n', { a: 'a' }],
    ['a: &x\nb: *x\n', { a: null, b: null }],
  ])('with anchors, %j means %o', (text, document) => {
    expectAccepted(readYaml, text, document);
  });

  test('a key may have the name of an inherited property', () => {
    const reading = readYaml('__proto__: {a: 1}\nconstructor: 2\n');
    const document = reading.kind === 'read' ? (reading.document as object) : {};
    expect(Object.keys(document)).toEqual(['__proto__', 'constructor']);
    expect('a' in document).toBe(false);
  });
});

describe('a text is refused', () => {
  test.each<[string, Broken]>([
    ['a: [', 'yaml/well-formed'],
    ['a: [b\n', 'yaml/well-formed'],
    ['a: b: c', 'yaml/well-formed'],
    ['a: "b', 'yaml/well-formed'],
    ['a: @b', 'yaml/well-formed'],
    ['a: `b`', 'yaml/well-formed'],
    ['a: %b', 'yaml/well-formed'],
    ['a: 1\n b: 2\n', 'yaml/well-formed'],
    ['a:\n  b: 1\n c: 2\n', 'yaml/well-formed'],
    ['- a\nb: 1\n', 'yaml/well-formed'],
    ['a: "\\q"', 'yaml/well-formed'],
    ['a: 1\n---\nb: 1\n', 'yaml/single-document'],
    ['a: 1\n---\n', 'yaml/single-document'],
    ['a: 1\n...\n---\nb: 2\n', 'yaml/single-document'],
    ['%YAML 1.1\n%YAML 1.1\n---\na: 1\n', 'yaml/document-markers'],
    ['%YAML 2.0\n---\na: 1\n', 'yaml/document-markers'],
    ['%TAG a b\n---\na: 1\n', 'yaml/document-markers'],
    ['a: *x\n', 'yaml/anchors'],
    ['a: *x\nb: &x 1\n', 'yaml/anchors'],
    ['a: &x 1\nb: &x 2\n', 'yaml/anchors'],
    ['a: &x [*x]\n', 'yaml/anchors'],
  ])('%j breaks %s', (text, broken) => {
    expectRejected(readYaml, text, broken);
  });
});

describe('a place in a text', () => {
  const text = 'type: task\nenv:\n  - A=1\n  - "B"\nresources: {gpu: {name: [x, y]}}\nuser:\n';

  test.each([
    ['', 1, 1],
    ['/type', 1, 7],
    ['/env', 3, 3],
    ['/env/1', 4, 5],
    ['/resources/gpu', 5, 18],
    ['/resources/gpu/name/1', 5, 29],
    ['/user', 6, 6],
    ['/env/9', 3, 3],
    ['/resources/gpu/count', 5, 18],
    ['/missing/x', 1, 1],
  ])('the value at %j is at %d:%d', (pointer, line, column) => {
    expect(placeIn(text, pointer, 'value')).toEqual({ line, column });
  });

  test.each([
    ['/type', 1, 1],
    ['/resources/gpu/name', 5, 19],
    ['/env/0', 3, 5],
    ['/user', 6, 1],
  ])('the key at %j is at %d:%d', (pointer, line, column) => {
    expect(placeIn(text, pointer, 'key')).toEqual({ line, column });
  });

  test.each([
    ['a: 1\nb: [x\nc: 2\n'],
    ['a: *x\n'],
    ['a: 1\n\tb: 2\n'],
    ['a: 1\r\nb: \u0007\r\n'],
    ['a: 1\n---\nb: 1\n'],
  ])('the fault in %j has a place inside the text', (wrong) => {
    const reading = readYaml(wrong);
    const lines = wrong.split('\n');
    const { line = 0, column = 0 } = (reading.kind === 'refused' ? reading.violations[0] : undefined) ?? {};
    expect(line).toBeGreaterThan(0);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThan(0);
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
  });

  test.each([
    ['a: *x\n', 1, 4],
    ['b: 1\na: "\\q"\n', 2, 5],
    ['a: 1\r\nb: \u0007\r\n', 2, 4],
    ['a: 1\nb: !x 1\n', 2, 7],
  ])('the fault in %j is at %d:%d', (wrong, line, column) => {
    const reading = readYaml(wrong);
    expect(reading.kind === 'refused' ? reading.violations : []).toMatchObject([{ line, column }]);
  });
});

describe('characters that YAML does not print', () => {
  test.each(['\0', '\u0007', '\u001b', '\u007f', '\u0080', '\u009f', '\ud800', '\udc00', '\ufffe', '\uffff'])(
    '%j is refused wherever it stands',
    (character) => {
      for (const text of [
        `a: ${character}`,
        `a: "${character}"`,
        `a: 1 # ${character}`,
        `a: |\n  ${character}\n`,
      ]) {
        expectRejected(readYaml, text, 'yaml/printable');
      }
    },
  );

  test.each(['\u00a0', 'é', '\ud7ff', '\ue000', '\ufffd', '😀'])('%j is text', (character) => {
    expectAccepted(readYaml, `a: x${character}`, { a: `x${character}` });
  });

  test('accepts them as text when they are escaped', () => {
    expectAccepted(readYaml, 'a: "\\0\\a\\x7f\\uffff"', { a: '\0\u0007\u007f\uffff' });
  });
});

describe('line breaks', () => {
  test.each<[string, unknown]>([
    ['a: 1\u2028b: 2', { a: 1, b: 2 }],
    ['a: 1\u2029b: 2', { a: 1, b: 2 }],
    ['a: 1 # c\u2028b: 2', { a: 1, b: 2 }],
    ['# c\x85a: 1', { a: 1 }],
    ['a: x\x85  y', { a: 'x y' }],
    ['a: x\u2028  y', { a: 'x\u2028y' }],
    ['a: "x\u2029  y"', { a: 'x\u2029y' }],
    ["a: 'x\n\u2028 y'", { a: 'x\u2028y' }],
    ['a: |\n  x\u2028  y\r\n', { a: 'x\u2028y\n' }],
    ['a: |\r  x\x85  y\n', { a: 'x\ny\n' }],
    ['a: >\n  x\u2028  y\n', { a: 'x\u2028y\n' }],
  ])('%j means %o', (text, document) => {
    expectAccepted(readYaml, text, document);
  });

  test('each break starts one line', () => {
    const text = 'a: 1\rb: 2\r\nc: 3\x85d: 4\u2028e: 5\u2029f: 6\n\ng: 7';
    const lines = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key) => placeIn(text, `/${key}`, 'key'));
    expect(lines).toEqual([1, 2, 3, 4, 5, 6, 8].map((line) => ({ line, column: 1 })));
  });

  test('a byte-order mark is ignored at the start of the file and is text elsewhere', () => {
    expectAccepted(readYaml, '\ufeff---\na: 1', { a: 1 });
    expectAccepted(readYaml, '\ufeff\ufeffa: 1', { '\ufeffa': 1 });
    expectAccepted(readYaml, 'a: \ufeff\n\ufeffb: x\ufeffy', { a: '\ufeff', '\ufeffb': 'x\ufeffy' });
    expect(placeIn('\ufeffa: 1', '/a', 'value')).toEqual({ line: 1, column: 4 });
  });
});

describe('limits', () => {
  test('reads a text of the greatest length and refuses one that is longer', () => {
    expectAccepted(readYaml, `a: 1 #${'x'.repeat(MAX_TEXT - 6)}`, { a: 1 });
    expectRejected(readYaml, `a: 1 #${'x'.repeat(MAX_TEXT - 5)}`, 'yaml/well-formed');
  });

  test('lists may nest, up to a limit', () => {
    expect(readYaml(nested(MAX_DEPTH)).kind).toBe('read');
    expect(readYaml(`${'- '.repeat(MAX_DEPTH)}a`).kind).toBe('read');
    for (const text of [nested(MAX_DEPTH + 1), nested(100_000), '['.repeat(1_000_000), '- '.repeat(500_000)])
      expectRejected(readYaml, text, 'yaml/well-formed');
  });

  test('aliases may repeat, up to a limit', () => {
    const items = MAX_VALUES / 100;
    const list = `a: &x [${'1, '.repeat(items - 10)}]\n`;
    expect(readYaml(`${list}b: [${'*x, '.repeat(98)}]\n`).kind).toBe('read');
    expectRejected(readYaml, `${list}b: [${'*x, '.repeat(102)}]\n`, 'yaml/well-formed');
  });

  test('aliases nest no deeper than written-out lists', () => {
    const chain = Array.from({ length: MAX_DEPTH + 1 }, (_, index) => `- &a${index + 1} [*a${index}]\n`);
    expect(readYaml(`- &a0 x\n${chain.slice(0, MAX_DEPTH - 1).join('')}`).kind).toBe('read');
    expectRejected(readYaml, `- &a0 x\n${chain.slice(0, MAX_DEPTH).join('')}`, 'yaml/well-formed');
  });

  test.each<[string, (before: number, index: number) => string]>([
    ['aliases', (before, index) => `&a${index} [*a${before}, *a${before}]`],
    ['merge keys', (before, index) => `&a${index} {<<: [*a${before}, *a${before}]}`],
  ])('reads or refuses %s that double at each step without delay', (_, spell) => {
    const steps = Array.from({ length: 90 }, (_step, index) => `- ${spell(index, index + 1)}\n`);
    expect(['read', 'refused']).toContain(readYaml(`- &a0 {}\n${steps.join('')}`).kind);
  });

  test('refuses a long chain of merge keys that is followed from its end', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => `- &a${index + 1} {<<: *a${index}}\n`);
    const text = `a:\n- &a0 {}\n${chain.join('')}<<: *a20000\n`;
    expectRejected(readYaml, text, 'yaml/merge-keys');
  });
});

function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}

function placeIn(text: string, pointer: string, part: 'key' | 'value'): unknown {
  const reading = readYaml(text);
  return reading.kind === 'read' ? reading.locate(pointer, part) : undefined;
}
