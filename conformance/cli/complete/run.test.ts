import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundled } from '../../testing/bundled.ts';
import { captureCommands } from '../../testing/captured-output.ts';
import { EDITION } from '../../testing/edition.ts';
import { run } from '../command-line.ts';

const printed = captureCommands();
const BASH = ['/bin/bash', '/usr/bin/bash'].find((path) => existsSync(path));
const folder = mkdtempSync(join(tmpdir(), 'complete-'));

beforeAll(async () => {
  const words = (await bundled('conformance/cli/main.ts')).map((word) => `'${word}'`).join(' ');
  const program = join(folder, 'dstack-conformance');
  writeFileSync(program, `#!/bin/sh\nexec ${words} "$@"\n`);
  chmodSync(program, 0o755);
  writeFileSync(join(folder, 'train.dstack.yml'), '');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Returns the words that may come next, without their descriptions, and the mark at the end. */
async function next(...words: string[]): Promise<string[]> {
  printed.out = '';
  expect(await run(['node', 'suite', 'complete', '--', ...words])).toBe(0);
  return printed.out
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t')[0] ?? '');
}

describe('the words that may come next', () => {
  it('are commands', async () => {
    expect(await next('cert')).toEqual(['certify', ':4']);
    expect(await next('golden', '')).toEqual(expect.arrayContaining(['write', 'check']));
    expect(await next('')).toEqual(expect.arrayContaining(['certify', 'ask', 'help']));
  });

  it('are flags of the command and of all commands', async () => {
    expect(await next('certify', '--req')).toEqual(['--requirement', '--require', ':4']);
    expect(await next('smoke', '--no-c')).toEqual(['--no-config', '--no-color', ':4']);
  });

  it.each([
    ['topics', ['certify', '--topic', 'po'], ['ports']],
    ['several topics', ['certify', '--topic', 'gpu', 'po'], ['ports']],
    ['fields', ['certify', '--fields', 'resources.g'], ['resources.gpu']],
    ['editions', ['certify', '--edition', EDITION.id.slice(0, -3)], [EDITION.id]],
    ['choices', ['certify', '--level', 'o'], ['observed']],
    ['commands for help', ['help', 'certify'], ['certify']],
    ['languages', ['init', 'r'], ['rust']],
    ['shells', ['complete', 'z'], ['zsh']],
  ])('are %s', async (_, words, expected) => {
    expect(await next(...words)).toEqual([...expected, ':4']);
  });

  it.each([
    ['--requirement', ['certify', '--requirement', 'ports/ran']],
    ['the argument of spec', ['spec', 'ports/ran']],
  ])('are requirements after %s', async (_, words) => {
    expect(await next(...words)).toEqual(['ports/range', ':4']);
  });

  it('are requirements of the edition that is named', async () => {
    const [first = ''] = await next('spec', '--edition', EDITION.id, 'nodes/def');
    expect(first).toBe('nodes/default');
  });

  it.each([
    ['the log of report', ['report', '']],
    ['one of several folders', ['golden', 'check', 'a', '']],
    ['a key', ['certify', '--sign', '']],
    ['the file of ask', ['ask', 'tr']],
    ['the value of --baseline', ['certify', '--baseline', '']],
    ['one of several paths of --watch', ['certify', '--watch', 'src', '']],
    ['the program behind --', ['certify', '--', 'python3', 'ada']],
  ])('are files for %s', async (_, words) => {
    expect(await next(...words)).toEqual([':0']);
  });

  it.each([
    ['ids of cases', ['certify', '--case', '']],
    ['a number', ['certify', '--jobs', '']],
  ])('are none for %s', async (_, words) => {
    expect(await next(...words)).toEqual([':4']);
  });
});

describe('the script of a shell', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell'])('is printed for %s', async (shell) => {
    expect(await run(['node', 'suite', 'complete', shell])).toBe(0);
    expect(printed.out).toContain('dstack-conformance');
  });

  it.each([
    [['bsh'], 'there is no script for the shell bsh; did you mean bash?'],
    [[], 'a shell is needed; the shells are bash, zsh, fish, powershell'],
  ])('is not there for %j', async (words, why) => {
    expect(await run(['node', 'suite', 'complete', ...words])).toBe(2);
    expect(printed.err).toContain(why);
  });

  it.runIf(BASH !== undefined)('completes in bash', () => {
    expect(completedByBash('dstack-conformance', 'cert')).toEqual(['certify']);
    expect(completedByBash('dstack-conformance', 'certify', '--requirement', 'ports/ran')).toEqual([
      'ports/range',
    ]);
    expect(completedByBash('dstack-conformance', 'report', '')).toEqual([]);
  });

  it.runIf(BASH !== undefined)('runs nothing that is being typed', () => {
    const made = join(folder, 'made');
    completedByBash('dstack-conformance', 'spec', `$(touch ${made})`, '');
    expect(existsSync(made)).toBe(false);
  });
});

/** Lets bash complete the last of these words, as it does when the user presses Tab. */
function completedByBash(...words: string[]): string[] {
  const script = `
    source <(dstack-conformance complete bash)
    COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
    COMP_CWORD=${words.length - 1}
    compopt() { :; }
    __dstack_conformance_complete
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = spawnSync(BASH ?? '', ['--norc', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` },
  });
  return stdout.split('\n').filter((line) => line !== '');
}
