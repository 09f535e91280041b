import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCorpus, saveFind } from '../../corpus/corpus.ts';
import { builtProgram } from '../../faulty/table/build-program.ts';
import { scriptedChild } from '../../testing/scripted.ts';
import { someFind } from '../../testing/some-find.ts';
import { runFuzz, type FuzzFlags } from './run.ts';
import { CHOSEN } from '../../testing/edition.ts';
import { captureOutput } from '../../testing/captured-output.ts';

/** A program that refuses everything. */
const REFUSES = scriptedChild('{}', 'act = (id) => { result(id, { rejected: [] }); };');

let folder = '';
let corpus = '';
const printed = captureOutput();

beforeEach(async () => {
  vi.stubEnv('NO_COLOR', '1');
  folder = await mkdtemp(join(tmpdir(), 'fuzz-run-'));
  corpus = join(folder, 'corpus');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

function fuzz(flags: Partial<FuzzFlags> = {}, command: readonly string[] = REFUSES): Promise<number> {
  return runFuzz(command, {
    edition: CHOSEN,
    cases: 60,
    seed: 7,
    corpus,
    save: true,
    jobs: 1,
    timeout: 5,
    startupTimeout: 10,
    ...flags,
  });
}

describe('fuzz', () => {
  it('prints the seed first and last, and each failure with the file that replays it', async () => {
    expect(await fuzz()).toBe(1);
    expect(printed.out).toMatch(/^seed 7\n[^]*\nseed 7\n$/);
    const [name = '', ...others] = await readdir(corpus);
    expect(others).toEqual([]);
    expect(printed.out).toContain('✗ rejected-valid · documented');
    expect(printed.out).toContain(`replay    dstack-conformance replay ${join(corpus, name)} -- `);
    expect(printed.out.match(/^ {4}saved /gm)).toHaveLength(1);
  });

  it('saves finds that are right and readable', async () => {
    await fuzz();
    const { finds, stale, errors } = await readCorpus([corpus]);
    expect([finds.length, stale, errors]).toEqual([1, [], []]);
    expect(finds[0]?.find).toMatchObject({ failure: { kind: 'rejected-valid' }, found: { seed: 7 } });
  });

  it('asks the saved finds again, and saves no second one', async () => {
    await fuzz();
    printed.out = '';
    expect(await fuzz({ cases: 1, seed: 8 })).toBe(1);
    expect(printed.out).toContain('1 saved find first');
    expect(printed.out).toContain('a saved find');
    expect(await readdir(corpus)).toHaveLength(1);
  });

  it('prints one object for machines, with the file of each failure', async () => {
    expect(await fuzz({ json: true })).toBe(1);
    const report = JSON.parse(printed.out) as unknown;
    const [name = ''] = await readdir(corpus);
    expect(report).toMatchObject({
      seed: 7,
      exitCode: 1,
      grade: 'non-conformant',
      cases: 60,
      uncounted: 0,
      failures: [{ kind: 'rejected-valid', find: join(corpus, name) }],
    });
  });

  it('saves nothing with --no-save', async () => {
    expect(await fuzz({ save: false })).toBe(1);
    expect(await readdir(folder)).toEqual([]);
    expect(printed.out).not.toContain('replay ');
  });

  it("prints a failure even if it can't be saved", async () => {
    await writeFile(join(folder, 'file'), '');
    expect(await fuzz({ corpus: join(folder, 'file', 'corpus') })).toBe(1);
    expect(printed.out).toContain('✗ rejected-valid');
    expect(printed.err).toContain('a find could not be saved: ');
  });

  it("is no success if a find can't be saved, even if only observed behaviour is wrong", async () => {
    await writeFile(join(folder, 'file'), '');
    const program = [...(await builtProgram()), '--fault', 'terabyte-thousand'];
    const flags = { cases: 300, topic: 'memory', maxFailures: 1 };
    expect(await fuzz({ ...flags, save: false }, program)).toBe(0);
    expect(await fuzz({ ...flags, corpus: join(folder, 'file', 'corpus') }, program)).toBe(2);
    expect(printed.out).toContain('conformant');
  });

  it('exits with 1 if the smallest documents of observed cases show documented failures', async () => {
    expect(await fuzz({ cases: 20, topic: 'ports', level: 'observed', save: false })).toBe(1);
    expect(printed.out).toMatch(/✗ rejected-valid.* · documented/);
    expect(printed.out).toContain('non-conformant');
  });

  it('exits with 3 if the program does not exist', async () => {
    expect(await fuzz({}, ['/no/such/program'])).toBe(3);
    expect(printed.out).toContain('incomplete');
  });
});

describe('fuzz asks nothing and exits with 2', () => {
  it('if the topic is unknown', async () => {
    expect(await fuzz({ topic: 'port' })).toBe(2);
    expect([printed.out, printed.err]).toEqual(['', expect.stringContaining('the topics are ') as string]);
  });

  it('if a find is damaged or stale', async () => {
    await saveFind(corpus, someFind({ input: { kind: 'yaml', text: 'type: task\ncommands: [a]\n' } }));
    await writeFile(join(corpus, 'damaged.yaml'), '{');
    expect(await fuzz()).toBe(2);
    expect(printed.err).toContain('damaged.yaml: ');
    expect(printed.err).toContain('corpus prune');
    expect(printed.out).toBe('');
  });
});
