import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { someFind } from '../testing/some-find.ts';
import { saveFind, type SavedFind } from './corpus.ts';
import type { Find } from './find.ts';
import { runPrune } from '../cli/corpus/run.ts';
import { superfluous } from './prune.ts';

function saved(path: string, text: string, changes: Partial<Find> = {}): SavedFind {
  return { path, find: someFind({ input: { kind: 'yaml', text }, ...changes }) };
}

const CRASH = { failure: { kind: 'crash', path: '' } };

describe('superfluous', () => {
  it('keeps the only find', () => {
    expect(superfluous([saved('a', 'x')])).toEqual([]);
  });

  it('drops the longer document of the same failure', () => {
    expect(superfluous([saved('a', 'long'), saved('b', 'x')])).toEqual([
      { path: 'a', why: 'the same failure, smaller', kept: 'b' },
    ]);
  });

  it('ignores the order of requirements when it compares failures', () => {
    const [one, other] = ['ports/range', 'ports/format'] as const;
    const finds = [
      saved('a', 'x', { requirements: [one, other] }),
      saved('b', 'longer', { requirements: [other, one] }),
    ];
    expect(superfluous(finds)).toEqual([{ path: 'b', why: 'the same failure, smaller', kept: 'a' }]);
  });

  it('drops the later of two finds with the same document', () => {
    expect(superfluous([saved('b', 'x', CRASH), saved('a', 'x')])).toEqual([
      { path: 'b', why: 'the same input', kept: 'a' },
    ]);
  });

  it.each([
    ['kind', CRASH],
    ['place', { failure: { kind: 'accepted-invalid', path: '/gpu' } }],
    ['requirements', { requirements: ['ports/format'] }],
    ['kind of input', { input: { kind: 'json', text: 'longer' } }],
  ] as const)('keeps failures of another %s', (_, change) => {
    expect(superfluous([saved('a', 'x'), saved('b', 'longer', change)])).toEqual([]);
  });

  it('keeps the only find of a failure, even if its document was dropped for another failure', () => {
    const finds = [saved('a', 'longer'), saved('b', 'longer', CRASH), saved('c', 'x')];
    expect(superfluous(finds)).toEqual([{ path: 'a', why: 'the same failure, smaller', kept: 'c' }]);
  });

  it('drops nothing the second time, and names only remaining finds as kept', () => {
    const find = fc.tuple(fc.constantFrom('x', 'y', 'longer', 'longest'), fc.constantFrom({}, CRASH));
    fc.assert(
      fc.property(fc.array(find), (all) => {
        const finds = all.map(([text, change], index) => saved(`${index}`, text, change));
        const gone = superfluous(finds);
        const left = finds.filter(({ path }) => !gone.some((each) => each.path === path));
        expect(superfluous(left)).toEqual([]);
        for (const { kept } of gone) expect(left.map(({ path }) => path)).toContain(kept);
      }),
    );
  });
});

describe('corpus prune', () => {
  let folder = '';
  let printed = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prune-'));
    await saveFind(folder, someFind());
    await saveFind(folder, someFind({ input: { kind: 'yaml', text: `# longer\n${someFind().input.text}` } }));
    await saveFind(folder, someFind({ input: { kind: 'yaml', text: 'type: task\ncommands: [a]\n' } }));
    printed = '';
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation((text) => (printed += String(text)) !== '');
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true });
  });

  it('deletes superfluous and stale finds', async () => {
    expect(await runPrune(folder, {})).toBe(0);
    expect(await readdir(folder)).toHaveLength(1);
    expect(printed).toMatch(/deleted .*\ndeleted .*\n1 finds are left\n$/);
  });

  it('deletes nothing in a dry run, but prints the same', async () => {
    await runPrune(folder, { dryRun: true });
    expect(await readdir(folder)).toHaveLength(3);
    expect(printed).toMatch(/would delete .*\nwould delete .*\n1 finds are left\n$/);
  });

  it('prints one object per line for machines', async () => {
    await runPrune(folder, { json: true });
    const lines = printed.trimEnd().split('\n');
    expect(lines.map((line) => Object.keys(JSON.parse(line) as object).slice(0, 2))).toEqual([
      ['path', 'why'],
      ['path', 'why'],
    ]);
  });

  it('keeps a damaged file, and exits with 2', async () => {
    await writeFile(join(folder, 'damaged.yaml'), '{');
    expect(await runPrune(folder, {})).toBe(2);
    expect(await readdir(folder)).toContain('damaged.yaml');
    expect(printed).toContain('damaged.yaml');
  });

  it('exits with 2 if the folder does not exist', async () => {
    expect(await runPrune(join(folder, 'nowhere'), {})).toBe(2);
  });
});
