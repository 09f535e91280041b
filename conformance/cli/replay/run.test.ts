import { join } from 'node:path';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureOutput } from '../../testing/captured-output.ts';
import { scriptedChild } from '../../testing/scripted.ts';
import { acceptedFind, someFind } from '../../testing/some-find.ts';
import { findText } from '../../corpus/find-file.ts';
import { runReplay } from './run.ts';

const CORPUS = join(import.meta.dirname, '..', '..', 'corpus');
const FIND = join(CORPUS, 'testing', 'port-too-high.yaml');
/** A program that accepts every document as the same. */
const ACCEPTS = scriptedChild();
const REJECTS = scriptedChild('{}', 'act = (id) => { result(id, { rejected: [] }); };');
const DOCUMENTED = someFind({
  input: { kind: 'json', text: '{"type":"task","commands":["a"],"working_dir":"/etc"}' },
  expected: { kind: 'rejected', violations: [{ requirement: 'working_dir/relative', path: '/working_dir' }] },
  requirements: ['working_dir/relative'],
  failure: { kind: 'accepted-invalid', path: '/working_dir' },
});
const FLAGS = { jobs: 1, timeout: 5, startupTimeout: 10 } as const;

let folder = '';
const printed = captureOutput();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'replay-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function documented(): Promise<string> {
  const path = join(folder, 'documented.yaml');
  await writeFile(path, findText(DOCUMENTED));
  return path;
}

describe('replay', () => {
  it('exits with 1 if the program still fails a find', async () => {
    expect(await runReplay([await documented()], ACCEPTS, FLAGS)).toBe(1);
    expect(printed.out).toMatch(
      /^1 find: 1 still fails\n\nstill fails {6}\S+documented.yaml {2}accepted-invalid at \/working_dir\n/,
    );
    expect(printed.out).not.toContain('grade');
    expect(printed.out).toContain('Fix next');
  });

  it('leaves a program conformant if only the observed level refuses the find', async () => {
    expect(await runReplay([FIND], ACCEPTS, FLAGS)).toBe(0);
    expect(printed.out).toMatch(/^1 find: 1 still fails\n/);
  });

  it('says that a find fails otherwise than it did when it was saved', async () => {
    const path = join(folder, 'otherwise.yaml');
    await writeFile(path, findText({ ...DOCUMENTED, failure: { kind: 'crash', path: '' } }));
    expect(await runReplay([FIND, path], ACCEPTS, FLAGS)).toBe(1);
    const elsewhere = join(folder, 'elsewhere.yaml');
    await writeFile(elsewhere, findText({ ...DOCUMENTED, failure: { ...DOCUMENTED.failure, path: '/env' } }));
    expect(printed.out).toMatch(/^2 finds: 1 still fails, 1 fails otherwise\n/);
    expect(printed.out).toMatch(
      /\nfails otherwise {2}\S+ {2}crash; now fail: accepted an invalid configuration\n/,
    );
    printed.out = '';
    await runReplay([elsewhere], ACCEPTS, FLAGS);
    expect(printed.out).toMatch(/^1 find: 1 fails otherwise\n/);
  });

  it('exits with 0 if the program passes the find now', async () => {
    expect(await runReplay([FIND], REJECTS, { ...FLAGS, json: true })).toBe(0);
    expect(JSON.parse(printed.out)).toMatchObject({
      finds: [{ path: FIND, outcome: 'fixed' }],
      report: { counts: { pass: 1, fail: 0 } },
    });
  });

  it('writes a log that names the find by its content', async () => {
    const log = join(folder, 'log.ndjson');
    await runReplay([FIND], REJECTS, { ...FLAGS, log });
    expect(await readFile(log, 'utf8')).toMatch(/"case":"c\/[0-9a-f]{12}"/);
  });

  it('is incomplete if the program does not take the finds', async () => {
    const path = join(folder, 'yaml.yaml');
    await writeFile(path, findText(someFind()));
    expect(await runReplay([path], REJECTS, FLAGS)).toBe(3);
    expect(printed.out).toMatch(/^1 find: 1 not asked\n/);
  });

  it('exits with 2 if the folder has no finds', async () => {
    const empty = await mkdtemp(join(folder, 'empty-'));
    expect(await runReplay([empty], ACCEPTS, FLAGS)).toBe(2);
    expect(printed.err).toContain('there are no finds');
  });

  it.each([
    ['that is not there', '/no/such/find.yaml', '/no/such/find.yaml'],
    ['that is no find', join(CORPUS, 'find.ts'), 'find.ts: '],
  ])('asks nothing and exits with 2 for a file %s', async (_, path, reason) => {
    expect(await runReplay([FIND, path], ACCEPTS, FLAGS)).toBe(2);
    expect([printed.out, printed.err]).toEqual(['', expect.stringContaining(reason) as string]);
  });

  it('counts the equal answers of an earlier run, and judges the others anew', async () => {
    const log = join(folder, 'run.ndjson');
    await runReplay([FIND, await documented()], REJECTS, { ...FLAGS, log });
    printed.out = '';
    expect(await runReplay([log], REJECTS, FLAGS)).toBe(0);
    expect(printed.out).toMatch(/^2 of 2 answers are byte for byte those of the run /);
    printed.out = '';
    expect(await runReplay([log], ACCEPTS, { ...FLAGS, json: true })).toBe(1);
    const [same, report] = printed.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(same).toMatchObject({ confirmed: 0, of: 2 });
    expect(report).toMatchObject({ grade: 'non-conformant', counts: { fail: 2 } });
  });

  it('asks the failures of an earlier run again', async () => {
    const log = join(folder, 'failed.ndjson');
    await runReplay([await documented()], ACCEPTS, { ...FLAGS, log });
    printed.out = '';
    expect(await runReplay([log], REJECTS, FLAGS)).toBe(0);
    expect(printed.out).toMatch(/^0 of 1 answers/);
    expect(printed.out).toContain('grade: drop-in');
  });

  it('asks a program without an adapter as the earlier run did, for nothing but verdicts', async () => {
    const find = join(folder, 'accepted.yaml');
    await writeFile(find, findText(acceptedFind('type: task\ncommands: [a]\n', { commands: ['a'] })));
    const log = join(folder, 'verdicts.ndjson');
    const silent = [process.execPath, '-e', ''];
    const flags = { ...FLAGS, log, plain: true, input: 'yaml', verdicts: true } as const;
    expect(await runReplay([find], silent, flags)).toBe(0);
    printed.out = '';
    expect(await runReplay([log], silent, { ...FLAGS, json: true })).toBe(0);
    expect(printed.out).toContain('"mode":"plain"');
    expect(printed.err).toBe('');
  });

  it('asks nothing and exits with 2 if a log is damaged or is given with other files', async () => {
    const log = join(folder, 'damaged.ndjson');
    await writeFile(log, '{"event":"header"}\n');
    expect(await runReplay([log], ACCEPTS, FLAGS)).toBe(2);
    expect(await runReplay([log, FIND], ACCEPTS, FLAGS)).toBe(2);
    expect([printed.out, printed.err]).toEqual(['', expect.stringContaining('line 1 is no event') as string]);
  });

  it('never writes its log over the run that is replayed', async () => {
    const log = join(folder, 'kept.ndjson');
    await runReplay([FIND], REJECTS, { ...FLAGS, log });
    const before = await readFile(log, 'utf8');
    expect(await runReplay([log], REJECTS, { ...FLAGS, log })).toBe(2);
    expect(await readFile(log, 'utf8')).toBe(before);
  });

  it("asks nothing and exits with 2 if its log can't be written", async () => {
    expect(await runReplay([FIND], ACCEPTS, { ...FLAGS, log: '/no/such/folder/log' })).toBe(2);
    expect(printed.err).toContain("the log can't be written");
  });
});
