import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkGolden, writeGolden, goldenExitCode } from './golden.ts';
import { INTERPRETER } from '../testing/edition.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function write(name: string, text: string): Promise<void> {
  await writeFile(join(folder, name), text);
}

async function kinds(results: Promise<readonly { readonly kind: string }[]>): Promise<string[]> {
  return (await results).map((each) => each.kind);
}

describe('golden files', () => {
  test('a written golden file passes the check, and writing it again changes nothing', async () => {
    await write('a.dstack.yml', 'type: task\ncommands: [a]\n');
    await write('b.dstack.yaml', 'type: task\nports: [0]\ncommands: [a]\n');
    expect(await kinds(writeGolden(INTERPRETER, [folder]))).toEqual(['written', 'written']);
    expect(await kinds(writeGolden(INTERPRETER, [folder]))).toEqual(['same', 'same']);
    const results = await checkGolden(INTERPRETER, [folder]);
    expect(results.map((each) => each.kind)).toEqual(['same', 'same']);
    expect(goldenExitCode(results)).toBe(0);
    expect((await readdir(folder)).sort()).toEqual([
      'a.dstack.yml',
      'a.golden.json',
      'b.dstack.yaml',
      'b.golden.json',
    ]);
  });

  test('a rejected file has its violations, without their wording', async () => {
    await write('a.dstack.yml', 'type: task\nports: [0]\ncommands: [a]\n');
    await writeGolden(INTERPRETER, [folder]);
    expect(JSON.parse(await readFile(join(folder, 'a.golden.json'), 'utf8'))).toEqual({
      rejected: [{ requirement: 'ports/range', level: 'observed', path: '/ports/0' }],
    });
  });

  test('a changed default is reported with the file and the path', async () => {
    await write('a.dstack.yml', 'type: task\ncommands: [a]\n');
    await writeGolden(INTERPRETER, [folder]);
    const golden = join(folder, 'a.golden.json');
    const text = await readFile(golden, 'utf8');
    await writeFile(golden, text.replace('"stop_duration": "5m"', '"stop_duration": "6m"'));
    const results = await checkGolden(INTERPRETER, [folder]);
    expect(results).toMatchObject([{ kind: 'drift', path: golden, paths: ['/accepted/stop_duration'] }]);
    expect(goldenExitCode(results)).toBe(1);
  });

  test('a missing golden file is drift', async () => {
    await write('a.dstack.yml', 'type: task\ncommands: [a]\n');
    expect(await kinds(checkGolden(INTERPRETER, [folder]))).toEqual(['missing']);
  });

  test('files of another type are left alone', async () => {
    await write('a.dstack.yml', 'type: service\nport: 80\n');
    expect(await kinds(writeGolden(INTERPRETER, [folder]))).toEqual(['not-a-task']);
    expect(await readdir(folder)).toEqual(['a.dstack.yml']);
  });

  test('two sources that would share a golden file are reported', async () => {
    await write('a.dstack.yaml', 'type: task\ncommands: [a]\n');
    await write('a.dstack.yml', 'type: task\ncommands: [b]\n');
    const results = await writeGolden(INTERPRETER, [folder]);
    expect(results.map(({ kind }) => kind)).toEqual(['written', 'unreadable']);
    expect(goldenExitCode(results)).toBe(2);
  });

  test('a single file is accepted in place of a folder', async () => {
    await write('a.dstack.yml', 'type: task\ncommands: [a]\n');
    await write('b.dstack.yml', 'type: task\ncommands: [b]\n');
    expect(await kinds(writeGolden(INTERPRETER, [join(folder, 'a.dstack.yml')]))).toEqual(['written']);
    expect(goldenExitCode(await checkGolden(INTERPRETER, [join(folder, 'a.golden.json')]))).toBe(2);
  });

  test('a file of any name is accepted if it is named', async () => {
    for (const name of ['a.yml', 'b.yaml', 'c.json', 'd']) {
      await write(name, '{"type": "task", "commands": ["a"]}\n');
      expect(await kinds(writeGolden(INTERPRETER, [join(folder, name)]))).toEqual(['written']);
      expect(await kinds(checkGolden(INTERPRETER, [join(folder, name)]))).toEqual(['same']);
    }
    expect((await readdir(folder)).filter((name) => name.endsWith('.golden.json'))).toEqual([
      'a.golden.json',
      'b.golden.json',
      'c.golden.json',
      'd.golden.json',
    ]);
    expect(await checkGolden(INTERPRETER, [folder])).toEqual([]);
  });

  test.each(['\r\n', '\r'])('line breaks written as %j are no drift', async (end) => {
    await write('a.dstack.yml', 'type: task\ncommands: [a]\n');
    await writeGolden(INTERPRETER, [folder]);
    const golden = join(folder, 'a.golden.json');
    const text = (await readFile(golden, 'utf8')).replaceAll('\n', end);
    await writeFile(golden, text);
    expect(await kinds(checkGolden(INTERPRETER, [folder]))).toEqual(['same']);
    expect(await kinds(writeGolden(INTERPRETER, [folder]))).toEqual(['same']);
    expect(await readFile(golden, 'utf8')).toBe(text);
    await writeFile(golden, text.replace('"5m"', '"6m"'));
    const [drift] = await checkGolden(INTERPRETER, [folder]);
    expect(drift).toMatchObject({ kind: 'drift', paths: ['/accepted/stop_duration'] });
    expect(drift?.kind === 'drift' && drift.patch.match(/^[-+] /gm)).toHaveLength(2);
  });

  test('a golden file without its task file is named', async () => {
    await write('a.dstack.yml', 'type: task\ncommands: [a]\n');
    await write('old.golden.json', '{}');
    await write('named.golden.json', '{}');
    await write('named.yml', 'type: task\n');
    await writeGolden(INTERPRETER, [folder]);
    const results = await checkGolden(INTERPRETER, [folder]);
    expect(results).toEqual([
      expect.objectContaining({ kind: 'same' }),
      { kind: 'orphan', path: join(folder, 'old.golden.json') },
    ]);
    expect(goldenExitCode(results)).toBe(1);
  });

  test('a golden file that is a folder spoils no other result', async () => {
    for (const name of ['a', 'b', 'c']) await write(`${name}.dstack.yml`, 'type: task\ncommands: [a]\n');
    await mkdir(join(folder, 'b.golden.json'));
    expect(await kinds(writeGolden(INTERPRETER, [folder]))).toEqual(['written', 'unreadable', 'written']);
    const results = await checkGolden(INTERPRETER, [folder]);
    expect(results.map(({ kind }) => kind)).toEqual(['same', 'unreadable', 'same']);
    expect(results[1]).toMatchObject({ reason: expect.stringContaining('is a folder') as string });
    expect(goldenExitCode(results)).toBe(2);
  });

  test('what a task file loses silently is told, and not recorded', async () => {
    await write('a.dstack.yml', 'type: task\ncommands: [a]\nports: [22:22]\n');
    const told: string[] = [];
    const results = await writeGolden(INTERPRETER, [folder], (source, warnings) => {
      told.push(...warnings.map(({ path }) => `${source} ${path}`));
    });
    expect(told).toEqual([`${join(folder, 'a.dstack.yml')} /ports/0`]);
    expect(Object.keys(results[0] ?? {})).toEqual(['kind', 'source', 'path']);
  });

  test('a folder without sources is no success', async () => {
    expect(goldenExitCode(await checkGolden(INTERPRETER, [folder]))).toBe(2);
    expect(goldenExitCode(await checkGolden(INTERPRETER, [join(folder, 'nowhere')]))).toBe(2);
  });
});
