import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../command-line.ts';
import { scriptedChild } from '../../testing/scripted.ts';
import { captureCommands } from '../../testing/captured-output.ts';

const printed = captureCommands();

function command(...args: string[]): Promise<number> {
  return run(['node', 'dstack-conformance', ...args]);
}

describe('a program that is not there', () => {
  it.each(['certify', 'fuzz'])('is all that %s says, before any case is made', async (name) => {
    expect(await command(name, '--cases', '100000', '--', '/no/such/program')).toBe(3);
    expect(printed.out).toBe(
      'grade: incomplete\n  because it could not be started: there is no program /no/such/program\n',
    );
  });

  it('has a log and a report for machines, and no table of zeros', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'certify-'));
    const log = join(folder, 'log');
    expect(await command('certify', '--cases', '0', '--log', log, '--', '/no/such/program')).toBe(3);
    expect(printed.out).toContain('there is no program /no/such/program');
    expect(printed.out).not.toContain('topic');
    expect(printed.out).not.toContain('exercised');
    expect((await readFile(log, 'utf8')).trimEnd().split('\n').length).toBeGreaterThan(1);
    await rm(folder, { recursive: true });
  });
});

describe('a deadline', () => {
  /** A program that answers each question after a tenth of a second. */
  const SLOW = scriptedChild(
    '{ window: 1 }',
    `act = (id) => { setTimeout(() => result(id, { rejected: [] }), 100); };`,
  );

  it('ends a run with the results so far, and exits with 3', async () => {
    expect(await command('certify', '--cases', '0', '--deadline', '1', '--', ...SLOW)).toBe(3);
    expect(printed.out).toMatch(/^grade: incomplete: the deadline of 1 s was reached/);
    expect(printed.out).not.toContain('interrupted');
  });

  it('ends a run of any length in time, which never makes all of its cases', async () => {
    const before = performance.now();
    expect(await command('certify', '--cases', '999999999', '--deadline', '0.2', '--', ...SLOW)).toBe(3);
    expect(performance.now() - before).toBeLessThan(20_000);
    expect(printed.out).toContain('grade: incomplete: the deadline of 0.2 s was reached; ');
    expect(printed.out).toMatch(/of the first \d{4} cases of the corpus\n/);
    expect(printed.out).toContain('cases and further ones not run\n');
  });
});

describe('escape sequences in arguments', () => {
  it.each([
    ['certify', '--topic', '\u001b[31m'],
    ['certify', '--baseline', '/no/such/\u001b[31m'],
    ['replay', '/no/such/\u001b[31m'],
    ['report', '/no/such/\u001b[31m'],
    ['normalize', '/no/such/\u001b[31m'],
    ['explain', '/no/such/\u001b[31m'],
    ['golden', 'check', '/no/such/\u001b[31m'],
    ['spec', '\u001b[31m'],
    ['generate', '--topic', '\u001b[31m'],
    ['generate', '--count', '1', '--out', '/dev/null/\u001b[31m'],
    ['normalize', '--\u001b[31m'],
    ['\u009b31m'],
  ])('of %s are shown as escapes', async (...args) => {
    expect(await command(...args)).toBe(2);
    for (const char of ['\u001b', '\u009b']) expect(printed.out + printed.err).not.toContain(char);
    expect(printed.out + printed.err).toMatch(/\\u00[19]b/);
  });
});
