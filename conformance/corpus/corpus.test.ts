import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptedFind, someFind } from '../testing/some-find.ts';
import { readCorpus, readCorpusIfThere, refusals, saveFind } from './corpus.ts';
import { findText } from './find-file.ts';
import { findName, testOfFind } from './find.ts';
import { EDITION } from '../testing/edition.ts';
import { TOY } from '../testing/toy-edition.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corpus-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const RIGHT = someFind();
/** A find with a port that the reference accepts. */
const STALE = someFind({ input: { kind: 'yaml', text: 'type: task\nports: [80]\ncommands: [a]\n' } });

describe('saving a find', () => {
  it('leaves one file that holds it, and nothing else', async () => {
    const path = await saveFind(folder, RIGHT);
    expect(await readdir(folder)).toEqual([findName(RIGHT)]);
    expect(await readFile(path, 'utf8')).toBe(findText(RIGHT));
  });

  it('creates missing folders', async () => {
    const path = await saveFind(join(folder, 'a', 'b'), RIGHT);
    expect((await readCorpus([path])).finds).toEqual([{ path, find: RIGHT }]);
  });

  it('twice leaves one file with the same bytes', async () => {
    const first = await readFile(await saveFind(folder, RIGHT), 'utf8');
    const again = await readFile(await saveFind(folder, { ...RIGHT }), 'utf8');
    expect(again).toBe(first);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('does not overwrite a find of another edition that has the same content', async () => {
    const toy = someFind({ edition: TOY });
    const [first, second] = [await saveFind(folder, RIGHT), await saveFind(folder, toy)];
    expect(await readFile(first, 'utf8')).toBe(findText(RIGHT));
    expect(await readFile(second, 'utf8')).toBe(findText(toy));
    expect(await saveFind(folder, toy)).toBe(second);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('leaves nothing behind if it fails', async () => {
    await mkdir(join(folder, findName(RIGHT)));
    await expect(saveFind(folder, RIGHT)).rejects.toThrow();
    expect(await readdir(folder)).toEqual([findName(RIGHT)]);
  });
});

describe('the name of a find', () => {
  it('shows the subject, in letters that every file system has', () => {
    expect(findName(RIGHT)).toMatch(/^ports-range-[0-9a-f]{12}\.yaml$/);
  });

  it.each([
    ['another document', { input: { kind: 'yaml', text: 'type: task\n' } }],
    ['the same text as JSON', { input: { ...RIGHT.input, kind: 'json' } }],
    ['another answer', { expected: acceptedFind('').expected }],
  ] as const)('is another one for %s', (_, change) => {
    expect(findName(someFind(change))).not.toBe(findName(RIGHT));
    expect(testOfFind(someFind(change)).id).not.toBe(testOfFind(RIGHT).id);
  });

  it('does not depend on the finder', () => {
    const other = someFind({ found: { suite: '9.9.9', seed: 1 }, failure: { kind: 'crash', path: '' } });
    expect(findName(other)).toBe(findName(RIGHT));
  });
});

describe('reading a corpus', () => {
  it('returns the finds by name, and skips other files', async () => {
    const other = acceptedFind('type: task\ncommands: [python train.py]\n');
    await saveFind(folder, RIGHT);
    await saveFind(folder, other);
    await writeFile(join(folder, 'README.md'), 'Our finds.');
    await writeFile(join(folder, '.hidden.yaml'), '{');
    await mkdir(join(folder, 'archive'));
    const { finds, stale, errors } = await readCorpus([folder]);
    expect(finds.map(({ find }) => find)).toEqual([other, RIGHT]);
    expect([stale, errors]).toEqual([[], []]);
  });

  it('reports damaged finds and does not use them', async () => {
    await writeFile(join(folder, 'cut.yaml'), findText(RIGHT).slice(0, 150));
    await writeFile(join(folder, 'alias.yml'), 'a: *b');
    await mkdir(join(folder, 'folder.json'));
    const corpus = await readCorpus([folder]);
    expect(corpus.finds).toEqual([]);
    expect(corpus.errors.map((line) => line.slice(folder.length + 1).split(':')[0])).toEqual([
      'alias.yml',
      'cut.yaml',
      'folder.json',
    ]);
    expect(refusals(corpus)).toEqual(corpus.errors);
  });

  it('reports a pipe or a folder with the name of a find, and waits for neither', async () => {
    await saveFind(folder, RIGHT);
    await mkdir(join(folder, 'folder.yaml'));
    expect(spawnSync('mkfifo', [join(folder, 'pipe.yaml')]).status).toBe(0);
    const corpus = await readCorpus([folder]);
    expect(corpus.finds).toHaveLength(1);
    expect(corpus.errors).toEqual(
      ['folder.yaml', 'pipe.yaml'].map((name) => `${join(folder, name)}: it is no regular file`),
    );
  });

  it('reports finds that the reference contradicts, and does not use them', async () => {
    const path = await saveFind(folder, STALE);
    const corpus = await readCorpus([folder]);
    expect(corpus.finds).toEqual([]);
    expect(corpus.stale.map((each) => each.path)).toEqual([path]);
    expect(refusals(corpus)).toEqual([expect.stringContaining('corpus prune') as string]);
  });

  it('treats a missing folder as an error if it was asked for, and otherwise as empty', async () => {
    const nowhere = join(folder, 'nowhere');
    expect((await readCorpus([nowhere])).errors).toEqual([expect.stringContaining(nowhere) as string]);
    expect(await readCorpusIfThere(nowhere, EDITION)).toEqual({ finds: [], stale: [], errors: [] });
  });
});

/** These files were written once and are never written again. No change of the generators may change their meaning. */
describe('a find that was saved long ago', () => {
  it('is still read, and still right', async () => {
    const { finds, stale, errors } = await readCorpus([join(import.meta.dirname, 'testing')]);
    expect([stale, errors]).toEqual([[], []]);
    expect(finds.map(({ find }) => [find.requirements[0], find.input, find.expected])).toMatchObject([
      [
        'memory/megabytes',
        { kind: 'yaml', text: expect.stringContaining('memory: 512MB # half') as string },
        { kind: 'accepted', normal: expect.stringContaining('"memory":"0.5GB"') as string },
      ],
      [
        'ports/range',
        { kind: 'json', text: '{"type":"task","ports":["65537:80"],"commands":["python train.py"]}' },
        { kind: 'rejected', violations: [{ requirement: 'ports/range', path: '/ports/0' }] },
      ],
    ]);
  });
});
