import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from './command-line.ts';
import { captureOutput } from '../testing/captured-output.ts';

let folder = '';
const printed = captureOutput();

const stdin = Object.getOwnPropertyDescriptor(process, 'stdin') ?? {};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'not-utf8-'));
  vi.stubEnv('NO_COLOR', '1');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  Object.defineProperty(process, 'stdin', stdin);
  await rm(folder, { recursive: true });
});

/** Writes a file whose bytes are given as Latin-1. */
async function fileOf(name: string, latin1: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, Buffer.from(latin1, 'latin1'));
  return path;
}

const TASK = 'type: task\ncommands: [a]\n';
const LATIN_1 = `${TASK}image: caf\xe9\n`;

/** Each text, and the place of its first byte that is not UTF-8. */
const WRONG: readonly (readonly [what: string, yaml: string, place: string, byte: string])[] = [
  ['Latin-1', LATIN_1, '3:11', 'byte 35 (0xe9)'],
  ['an overlong form', `${TASK}image: "\xc0\x80"\n`, '3:9', 'byte 33 (0xc0)'],
  ['a surrogate', `${TASK}image: \xed\xa0\xbd\xed\xb8\x80\n`, '3:8', 'byte 32 (0xed)'],
  ['a truncated sequence', `${TASK}image: \xe2\x82`, '3:8', 'byte 32 (0xe2)'],
  ['UTF-16', `\xff\xfe${Buffer.from(TASK, 'utf16le').toString('latin1')}`, '1:1', 'byte 0 (0xff)'],
  ['a byte in a comment', `# \xe9\n${TASK}`, '1:3', 'byte 2 (0xe9)'],
];

describe('normalize refuses', () => {
  it.each(WRONG)('%s in a file', async (_, yaml, place, byte) => {
    const path = await fileOf('a.dstack.yml', yaml);
    expect(await run(['node', 'cli', 'normalize', path])).toBe(1);
    expect(printed.out).toBe('');
    expect(printed.err).toContain(`${path}:${place}: yaml/well-formed: ${byte} is not UTF-8`);
  });

  it.each(WRONG)('%s on standard input', async (_, yaml, place, byte) => {
    const value = Readable.from([Buffer.from(yaml, 'latin1')]);
    Object.defineProperty(process, 'stdin', { value, configurable: true });
    expect(await run(['node', 'cli', 'normalize'])).toBe(1);
    expect(printed.out).toBe('');
    expect(printed.err).toContain(`<stdin>:${place}: yaml/well-formed: ${byte} is not UTF-8`);
  });

  it('Latin-1 in JSON', async () => {
    const path = await fileOf('a.json', '{"type": "task",\n "image": "caf\xe9"}');
    expect(await run(['node', 'cli', 'normalize', '--json', path])).toBe(1);
    expect(JSON.parse(printed.out)).toMatchObject({
      rejected: [{ requirement: 'yaml/well-formed', path: '', line: 2, column: 15 }],
    });
  });
});

it('a byte-order mark at the start of a file is ignored in YAML and JSON', async () => {
  const yaml = await fileOf('a.yml', `\xef\xbb\xbf${TASK}`);
  const json = await fileOf('a.json', '\xef\xbb\xbf{"type": "task", "commands": ["a"]}');
  expect(await run(['node', 'cli', 'normalize', '--json', yaml, json])).toBe(0);
  const twice = await fileOf('b.json', '\xef\xbb\xbf\xef\xbb\xbf{"type": "task", "commands": ["a"]}');
  expect(await run(['node', 'cli', 'normalize', twice])).toBe(1);
});

it('explain refuses Latin-1 with its place', async () => {
  const path = await fileOf('a.dstack.yml', LATIN_1);
  expect(await run(['node', 'cli', 'explain', path])).toBe(1);
  expect(printed.out).toBe('');
  expect(printed.err).toContain(`${path}:3:11: yaml/well-formed: byte 35 (0xe9) is not UTF-8`);
});

describe('golden refuses', () => {
  it.each(['write', 'check'])(
    '%s: a source in Latin-1, with its place, and writes nothing for it',
    async (what) => {
      const path = await fileOf('a.dstack.yml', LATIN_1);
      expect(await run(['node', 'cli', 'golden', what, folder])).toBe(2);
      expect(printed.out).toContain(path);
      expect(printed.out).toContain('line 3, column 11: byte 35 (0xe9) is not UTF-8');
      expect(await readdir(folder)).toEqual(['a.dstack.yml']);
    },
  );

  it.each(['write', 'check'])('%s: a golden file in Latin-1, with its place, and goes on', async (what) => {
    for (const name of ['a', 'b', 'c']) await fileOf(`${name}.dstack.yml`, TASK);
    const golden = await fileOf('a.golden.json', '{\n"\xe9": 1}');
    await mkdir(join(folder, 'b.golden.json'));
    expect(await run(['node', 'cli', 'golden', what, folder])).toBe(2);
    expect(printed.out).toContain(golden);
    expect(printed.out).toContain('line 2, column 2: byte 3 (0xe9) is not UTF-8');
    expect(printed.out).toContain('it is a folder');
    expect(printed.out).toContain('c.golden.json');
  });
});

it('certify refuses a baseline in Latin-1, with its place', async () => {
  const path = await fileOf('baseline.yaml', '# caf\xe9\n');
  expect(await run(['node', 'cli', 'certify', '--baseline', path, '--', 'true'])).toBe(2);
  expect(printed.err).toContain('line 1, column 6: byte 5 (0xe9) is not UTF-8');
});

it('a find in Latin-1 is reported with its place', async () => {
  await mkdir(join(folder, 'finds'));
  await fileOf('finds/find.yaml', 'a: 1\n# \xe9\n');
  await run(['node', 'cli', 'certify', '--corpus', join(folder, 'finds'), '--', 'true']);
  expect(printed.err).toContain('line 2, column 3: byte 7 (0xe9) is not UTF-8');
});
