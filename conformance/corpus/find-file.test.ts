import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptedFind, someFind } from '../testing/some-find.ts';
import { findText, readFind } from './find-file.ts';
import type { Find } from './find.ts';
import { EDITIONS } from '../editions/register.ts';
import { EDITION } from '../testing/edition.ts';
import { TOYS } from '../testing/toy-edition.ts';

/** Texts that a YAML file or a disk could lose or change. */
const TREACHEROUS = [
  '\r',
  '\r\n',
  '\n',
  '\0',
  '\t',
  ' ',
  '  \n',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\ufeff',
  '\uffff',
  '\ud800',
  '\udc00',
  '\u{1f600}',
  '\u001b[2J',
  '\n---\n',
  '\n...\n',
  '%YAML 1.2\n',
  '# no comment',
  'a: b',
  '"',
  "'",
  '\\',
  '|',
  '*a',
  '&a',
  '!!int',
  'null',
  '1.0',
  'yes',
  'x'.repeat(300),
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...TREACHEROUS), fc.string({ unit: 'binary' })), { maxLength: 6 })
  .map((parts) => parts.join(''));

const expected = fc.oneof(
  text.map((path): Find['expected'] => ({
    kind: 'rejected',
    violations: [{ requirement: 'ports/range', path }],
  })),
  fc
    .tuple(text, text)
    .map(([one, other]) => acceptedFind('', { commands: [one, other], env: [`A=${other}`] }).expected),
);

const finds: fc.Arbitrary<Find> = fc.record({
  edition: fc.constant(EDITION),
  input: fc.record({ kind: fc.constantFrom('json', 'yaml'), text }),
  expected,
  requirements: fc.constantFrom(['ports/range'], ['ports/range', 'yaml/single-document']),
  failure: fc.record({ kind: text, path: text }),
  found: fc.record({ suite: text, seed: fc.nat() }),
});

/** Returns a text after one trip through bytes, as a disk gives it back. */
function fromDisk(written: string): string {
  return Buffer.from(written, 'utf8').toString('utf8');
}

describe('a find that was written', () => {
  it('reads as the same find, whatever its texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(finds, async (find) => {
        expect(await readFind(fromDisk(findText(find)), EDITIONS)).toEqual({ kind: 'read', find });
      }),
    );
  });

  it.each(TREACHEROUS)('keeps a document that ends in %j', async (end) => {
    const find = acceptedFind(`type: task\ncommands: [a] #${end}`);
    expect(await readFind(fromDisk(findText(find)), EDITIONS)).toEqual({ kind: 'read', find });
  });

  it('keeps a very long document', async () => {
    const find = acceptedFind(`type: task\ncommands:\n${'- echo a\n'.repeat(20_000)}`);
    expect(await readFind(findText(find), EDITIONS)).toEqual({ kind: 'read', find });
  });

  it('names its edition, and is of the first one if it is older than that', async () => {
    const written = findText(someFind());
    expect(written).toContain(`\nedition: ${EDITION.id}\n`);
    const older = written.replace(/edition: .*\n/, '');
    expect(await readFind(older, EDITIONS)).toEqual({ kind: 'read', find: someFind() });
    expect(await readFind(older, TOYS)).toMatchObject({
      kind: 'read',
      find: { edition: { id: 'toy-1/toy' } },
    });
  });

  it('has the same bytes as an equal find', () => {
    fc.assert(
      fc.property(finds, (find) => {
        expect(findText({ ...structuredClone({ ...find, edition: undefined }), edition: EDITION })).toBe(
          findText(find),
        );
      }),
    );
  });

  it('shows a document of plain lines as they are', () => {
    expect(findText(someFind())).toContain(
      '\ntext: |\n  type: task\n  ports: [0]\n  commands: [a]\nfailure:\n',
    );
  });

  it('shows control characters of terminals as escapes', () => {
    expect(findText(acceptedFind('a: "\u001b[2J\u202e"'))).toContain(
      String.raw`text: "a: \"\u001b[2J\u202e\""`,
    );
  });
});

describe('a damaged file', () => {
  const whole = findText(someFind());
  const wholeAccepted = findText(acceptedFind('type: task\ncommands: [python train.py]\n'));

  it.each([
    ['empty', ''],
    ['no YAML', '{'],
    ['an alias of nothing', 'a: *b'],
    ['a bomb of aliases', `a: &a [1]\nb: [${'*a,'.repeat(300)}]`],
    ['nested without end', '['.repeat(3000)],
    ['two documents', `${whole}---\n${whole}`],
    ['of an unknown edition', whole.replace(/edition: .*/, 'edition: dstack-9/task')],
    ['of a later format', whole.replace('format: 1', 'format: 2')],
    ['with a field that nobody knows', `${whole}extra: 1\n`],
    ['with a text that is none', whole.replace(/text: \|\n(?: {2}.*\n)+/, 'text: 5\n')],
    ['with a kind of input that nobody knows', whole.replace('input: yaml', 'input: toml')],
    ['without requirements', whole.replace('\n  - ports/range\n', ' []\n')],
    ['with a requirement that nobody knows', whole.replace('\n  - ports/range\n', '\n  - ports/rage\n')],
    ['breaking what nobody knows', whole.replace('requirement: ports/range', 'requirement: constructor')],
    ['with no normal form', wholeAccepted.replace('    nodes: 1\n', '')],
    ['with another normal form', wholeAccepted.replace('nodes: 1', 'nodes: one')],
  ])('%s is refused with a reason', async (_, damaged) => {
    expect(damaged).not.toBe(whole);
    expect(damaged).not.toBe(wholeAccepted);
    expect(await readFind(damaged, EDITIONS)).toEqual({
      kind: 'refused',
      reason: expect.stringMatching(/^[^\n]+$/) as string,
    });
  });

  it('is read or refused without an exception, wherever it is cut or changed', async () => {
    const position = fc.nat({ max: whole.length });
    await fc.assert(
      fc.asyncProperty(position, position, text, async (from, length, middle) => {
        const damaged = whole.slice(0, from) + middle + whole.slice(from + length);
        expect(['read', 'refused']).toContain((await readFind(damaged, EDITIONS)).kind);
      }),
    );
  });

  it('is refused if it holds nothing but noise', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (noise) => {
        expect((await readFind(noise, EDITIONS)).kind).toBe('refused');
      }),
    );
  });
});
