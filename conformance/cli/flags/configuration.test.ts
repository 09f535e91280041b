import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { captureOutput } from '../../testing/captured-output.ts';
import { run } from '../command-line.ts';
import { readsConfiguration, withProgram, type Configured } from './configuration.ts';
import { anyEditionOption, editionOption } from './edition-flag.ts';
import {
  declaredFields,
  plainInput,
  positiveInteger,
  requiredGrade,
  verdictsAlone,
  type PlainFlags,
} from './flag-values.ts';

const printed = captureOutput();
let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'configuration-'));
  file = join(folder, 'mine.yaml');
  vi.stubEnv('NO_COLOR', '1');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

type Flags = Readonly<Record<string, unknown>> & Configured & PlainFlags;

/** Returns the program and the flags that a command gets, given its arguments and the text of a configuration file. */
async function taken(text: string, ...args: string[]): Promise<{ command: readonly string[]; flags: Flags }> {
  writeFileSync(file, text);
  let result: { command: readonly string[]; flags: Flags } = { command: [], flags: {} };
  const program = new Command().exitOverride();
  readsConfiguration(program);
  program
    .command('ask')
    .argument('[command...]')
    .option('--plain')
    .option('--jobs <n>', '', positiveInteger, 1)
    .option('--baseline <file>')
    .option('--corpus <dir>', '', 'usual')
    .addOption(plainInput())
    .addOption(verdictsAlone())
    .addOption(declaredFields())
    .addOption(requiredGrade().conflicts('baseline'))
    .addOption(args.includes('--any') ? anyEditionOption('') : editionOption())
    .option('--any')
    .action((given: string[], flags: Flags) => {
      result = withProgram(given, flags);
    });
  await program.parseAsync(['node', 'suite', 'ask', '--config', file, ...args]);
  return result;
}

describe('what the configuration file says', () => {
  it('is taken where no flag says otherwise', async () => {
    expect((await taken('jobs: 3')).flags['jobs']).toBe(3);
    expect((await taken('jobs: 3', '--jobs', '2')).flags['jobs']).toBe(2);
    expect((await taken('jobs: 3', '--jobs', '1')).flags['jobs']).toBe(1);
    expect((await taken('')).flags['jobs']).toBe(1);
  });

  it('may be a list', async () => {
    expect((await taken('fields: [nodes, env]')).flags['fields']).toEqual(['nodes', 'env']);
    expect((await taken('fields: [nodes, env]', '--fields', 'ports', '--')).flags['fields']).toEqual([
      'ports',
    ]);
  });

  it('is not taken with --no-config', async () => {
    expect((await taken('jobs: 3', '--no-config')).flags['jobs']).toBe(1);
  });

  it('names paths from its own folder', async () => {
    const { flags } = await taken('baseline: known.yaml\ncorpus: ../finds');
    expect(flags['baseline']).toBe(join(folder, 'known.yaml'));
    expect(flags['corpus']).toBe(join(folder, '../finds'));
  });

  it('names the program, unless one is given', async () => {
    expect((await taken('command: [a, b]')).command).toEqual(['a', 'b']);
    expect((await taken('command: [a, b]', '--', 'c')).command).toEqual(['c']);
    expect((await taken('jobs: 1')).command).toEqual([]);
  });

  it('knows whether its program has an adapter', async () => {
    const text = 'command: [a]\nplain: json';
    expect((await taken(text)).flags).toMatchObject({ plain: true, input: 'json' });
    expect((await taken(`${text}\nverdicts: true`)).flags.verdicts).toBe(true);
    expect((await taken(text, '--plain')).flags).toMatchObject({ plain: true, input: 'yaml' });
    expect((await taken(text, '--', 'c')).flags.plain).toBeUndefined();
  });

  it('chooses the edition where one must be chosen, and limits no finds', async () => {
    expect((await taken('edition: 0.18.42')).flags['edition']).toMatchObject({ id: 'dstack-0.18.42/task' });
    expect((await taken('edition: 0.18.42', '--any')).flags['edition']).toBeUndefined();
  });

  it('gives way to a flag that excludes it', async () => {
    const text = 'require: drop-in\nbaseline: known.yaml';
    expect((await taken(text)).flags['require']).toBeUndefined();
    expect((await taken(text)).flags['baseline']).toBe(join(folder, 'known.yaml'));
    const { flags } = await taken(text, '--require', 'conformant');
    expect(flags).toMatchObject({ require: 'conformant' });
    expect(flags['baseline']).toBeUndefined();
  });
});

describe('a wrong configuration file', () => {
  async function refused(text: string): Promise<string> {
    writeFileSync(file, text);
    expect(await run(['node', 'suite', 'corpus', 'prune', '--config', file])).toBe(2);
    expect(printed.out).toBe('');
    return printed.err;
  }

  it('ends every command, with the place and a hint', async () => {
    expect(await refused('# mine\nbaselin: known.yaml\n')).toBe(
      `${file}:2:1: there is no key "baselin"; did you mean baseline?\n2 | baselin: known.yaml\n    ^\n`,
    );
  });

  it('shows nothing that a terminal would obey', async () => {
    expect(await refused('"\\e[31m": 1\n"\u009b": 2\n')).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it.each([
    [
      'is missing',
      () => {
        rmSync(file);
      },
    ],
    ['is a folder', () => (file = folder)],
    [
      'is no text',
      () => {
        writeFileSync(file, Buffer.from('jobs: \xff', 'latin1'));
      },
    ],
  ])('that %s is named', async (_, spoil) => {
    writeFileSync(file, '');
    spoil();
    expect(await run(['node', 'suite', 'corpus', 'prune', '--config', file])).toBe(2);
    expect(printed.err).toContain(`the configuration can't be read: ${file}: `);
  });

  it('may name an edition that does not exist', async () => {
    writeFileSync(file, 'jobs: 1\nedition: 9.9.9\n');
    expect(await run(['node', 'suite', 'normalize', 'a.yml', '--config', file])).toBe(2);
    expect(printed.err).toContain(`${file}:2:10: there is no edition 9.9.9; `);
  });
});
