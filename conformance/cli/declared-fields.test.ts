import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { builtProgram, type Program } from '../faulty/table/build-program.ts';
import { captureCommands } from '../testing/captured-output.ts';
import { run } from './command-line.ts';
import { runReplay } from './replay/run.ts';

/** Commands with programs that declare `nodes`, `commands` and `resources.gpu`. */

const printed = captureCommands();
const folder = mkdtempSync(join(tmpdir(), 'declared-fields-'));
const log = join(folder, 'log.ndjson');
const corpus = join(folder, 'corpus');

let built: Program;

beforeAll(async () => {
  built = await builtProgram();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function command(...args: string[]): Promise<number> {
  return run(['node', 'dstack-conformance', ...args]);
}

function replay(path: string, fault: string): Promise<number> {
  return runReplay([path], [...built, '--fault', fault], {
    jobs: 1,
    timeout: 5,
    startupTimeout: 20,
  });
}

function program(fault: string): string[] {
  return ['--', ...built, '--fault', fault];
}

describe('certify', () => {
  it('grades what is declared, and says how much that is', async () => {
    const flags = ['--cases', '300', '--corpus', corpus, '--log', log];
    expect(await command('certify', ...flags, ...program('declares-some'))).toBe(0);
    expect(printed.out).toContain('declared: nodes, resources.gpu, commands\n');
    expect(printed.out).toMatch(/requirements exercised: \d+ of \d+, .*\d+ about fields not declared\n/);
    expect(printed.out).toMatch(/^grade: drop-in for 3 of 33 fields\n/);
    expect(printed.err).toBe('');
  });

  it('says it to machines, too', async () => {
    const flags = ['--cases', '0', '--json'];
    expect(await command('certify', ...flags, ...program('declares-some'))).toBe(0);
    expect(JSON.parse(printed.out)).toMatchObject({
      grade: 'drop-in',
      fields: { declared: ['nodes', 'resources.gpu', 'commands'], of: 33 },
    });
  });

  it('names the field that was probably meant', async () => {
    expect(await command('certify', '--cases', '0', ...program('declares-what-does-not-exist'))).toBe(3);
    expect(printed.out).toContain('the field "gpu", which does not exist; did you mean resources.gpu?');
  });
});

describe('--fields', () => {
  const chosen = join(folder, 'chosen.ndjson');

  it('declares fields in the place of the program', async () => {
    const flags = ['--cases', '100', '--fields', 'nodes', '--log', chosen];
    expect(await command('certify', ...flags, ...program('declares-some'))).toBe(0);
    expect(printed.out).toContain('declared: nodes\n');
    expect(printed.out).toMatch(/^grade: drop-in for 1 of 33 fields\n/);
  });

  it('leaves a log that is what the suite writes, and is replayed', async () => {
    expect(await command('report', chosen)).toBe(0);
    expect(printed.err).toBe('');
    expect(await replay(chosen, 'declares-some')).toBe(0);
  });

  it('narrows down what is fuzzed', async () => {
    const flags = ['--cases', '100', '--no-save', '--fields', 'commands', '--corpus', join(folder, 'none')];
    expect(await command('fuzz', ...flags, ...program('declares-some-with-a-wrong-default'))).toBe(0);
    expect(printed.out).toContain('drop-in for 1 of 33 fields\n');
  });

  it.each(['certify', 'fuzz'])('names a field that does not exist, for %s', async (name) => {
    expect(await command(name, '--fields', 'gpu', '--', 'none')).toBe(2);
    expect(printed.err).toBe(
      '--fields names the field "gpu", which does not exist; did you mean resources.gpu?\n',
    );
  });
});

describe('a log of such a run', () => {
  it('is what the suite writes', async () => {
    expect(await command('report', log)).toBe(0);
    expect(printed.err).toBe('');
    expect(printed.out).toMatch(/^grade: drop-in for 3 of 33 fields\n/);
  });

  it('is replayed', async () => {
    expect(await replay(log, 'declares-some')).toBe(0);
    expect(printed.out).toMatch(/^(\d+) of \1 answers are byte for byte those of the run/);
  });

  it('is flawed if it names other fields than were asked about', async () => {
    const edited = join(folder, 'edited.ndjson');
    const text = readFileSync(log, 'utf8').replace('"declared":["nodes",', '"declared":["nodes","env",');
    writeFileSync(edited, text);
    expect(await command('report', edited)).toBe(3);
    expect(printed.err).toContain('line 1');
  });
});

describe('fuzz', () => {
  const FUZZ = ['fuzz', '--seed', '1', '--corpus', corpus, '--cases', '200'];

  beforeAll(async () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    await command(...FUZZ, ...program('declares-some-with-a-wrong-default'));
    write.mockRestore();
  }, 60_000);

  it('saves what is wrong in the declared fields', () => {
    expect(readdirSync(corpus)).toEqual([expect.stringMatching(/^nodes-default-/)]);
  });

  it('finds nothing in the others', async () => {
    const flags = ['--no-save', '--corpus', join(folder, 'none')];
    expect(await command(...FUZZ, ...flags, ...program('declares-some-and-errs-in-the-rest'))).toBe(0);
    expect(printed.out).toContain('grade, as far as these cases tell: drop-in for 3 of 33 fields\n');
  });

  it('replays a find against a program that declares its fields', async () => {
    expect(await replay(corpus, 'declares-some-with-a-wrong-default')).toBe(1);
    expect(printed.out).toContain('nodes/default');
    printed.out = '';
    expect(await replay(corpus, 'declares-some')).toBe(0);
  });
});
