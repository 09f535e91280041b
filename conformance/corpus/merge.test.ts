import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptedFind, someFind } from '../testing/some-find.ts';
import { saveFind } from './corpus.ts';
import { mergeCorpora } from './merge.ts';

const PORT = someFind();
const COMMANDS = acceptedFind('type: task\ncommands: [a]\n', { commands: ['a'] });
const OTHER = acceptedFind('type: task\ncommands: [b]\n', { commands: ['b'] });

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'merge-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function at(name: string): string {
  return join(folder, name);
}

describe('merging corpora', () => {
  it('keeps each find once, whichever shards had it', async () => {
    for (const find of [PORT, COMMANDS]) await saveFind(at('one'), find);
    for (const find of [PORT, OTHER]) await saveFind(at('two'), find);
    const { added, leftOut, errors } = await mergeCorpora([at('one'), at('two')], at('all'));
    expect(added).toHaveLength(3);
    expect(leftOut).toEqual([expect.objectContaining({ why: 'the same find' })]);
    expect(errors).toEqual([]);
    expect(readdirSync(at('all'))).toHaveLength(3);
  });

  it('changes nothing the second time', async () => {
    await saveFind(at('one'), PORT);
    await mergeCorpora([at('one')], at('all'));
    const { added } = await mergeCorpora([at('one'), at('all')], at('all'));
    expect(added).toEqual([]);
  });

  it.each([
    ['another failure', someFind({ failure: { kind: 'crash', path: '' } })],
    ['other requirements', someFind({ requirements: ['ports/format'] })],
  ])('keeps what the corpus has, and names a find with %s', async (why, find) => {
    const kept = await saveFind(at('all'), PORT);
    const before = readFileSync(kept, 'utf8');
    const path = await saveFind(at('one'), find);
    expect(await mergeCorpora([at('one')], at('all'))).toEqual({
      added: [],
      leftOut: [{ path, kept, why }],
      errors: [],
    });
    expect(readFileSync(kept, 'utf8')).toBe(before);
  });

  it('names a damaged find, and merges the others', async () => {
    await saveFind(at('one'), PORT);
    writeFileSync(join(at('one'), 'damaged.yaml'), 'no: find\n');
    const { added, errors } = await mergeCorpora([at('one'), at('missing')], at('all'));
    expect(added).toHaveLength(1);
    expect(errors).toEqual([expect.stringContaining('missing'), expect.stringContaining('damaged.yaml')]);
  });

  it('writes nothing into a corpus that holds a damaged find', async () => {
    await saveFind(at('one'), PORT);
    const name = readdirSync(at('one'))[0] ?? '';
    await saveFind(at('all'), COMMANDS);
    writeFileSync(join(at('all'), name), 'no: find\n');
    const { added, errors } = await mergeCorpora([at('one')], at('all'));
    expect({ added, errors }).toEqual({ added: [], errors: [expect.stringContaining(name)] });
    expect(readFileSync(join(at('all'), name), 'utf8')).toBe('no: find\n');
  });
});
