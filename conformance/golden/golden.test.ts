import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkGolden, writeGolden, goldenExitCode } from './golden.ts';
import { EDITION } from '../testing/edition.ts';

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
    expect(await kinds(writeGolden(EDITION, [folder]))).toEqual(['written', 'written']);
    expect(await kinds(writeGolden(EDITION, [folder]))).toEqual(['same', 'same']);
    const results = await checkGolden(EDITION, [folder]);
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
    await writeGolden(EDITION, [folder]);
    expect(JSON.parse(await readFile(join(folder, 'a.golden.json'), 'utf8'))).toEqual({
      rejected: [{ requirement: 'ports/range', level: 'observed', path: '/ports/0' }],
    });
  });

  test('a changed default is reported with the file and the path', async () => {
    await write('a.dstack.yml', 'type: task\ncommands: [a]\n');
    await writeGolden(EDITION, [folder]);
    const golden = join(folder, 'a.golden.json');
    const text = await readFile(golden, 'utf8');
    await writeFile(golden, text.replace('"stop_duration": "5m"', '"stop_duration": "6m"'));
    const results = await checkGolden(EDITION, [folder]);
    expect(results).toMatchObject([{ kind: 'drift', path: golden, paths: ['/accepted/stop_duration'] }]);
    expect(goldenExitCode(results)).toBe(1);
  });

  test('a missing golden file is drift', async () => {
    await write('a.dstack.yml', 'type: task\ncommands: [a]\n');
    expect(await kinds(checkGolden(EDITION, [folder]))).toEqual(['missing']);
  });

  test('files of another type are left alone', async () => {
    await write('a.dstack.yml', 'type: service\nport: 80\n');
    expect(await kinds(writeGolden(EDITION, [folder]))).toEqual(['not-a-task']);
    expect(await readdir(folder)).toEqual(['a.dstack.yml']);
  });

  test('two sources that would share a golden file are reported', async () => {
    await write('a.dstack.yaml', 'type: task\ncommands: [a]\n');
    await write('a.dstack.yml', 'type: task\ncommands: [b]\n');
    const results = await writeGolden(EDITION, [folder]);
    expect(results.map(({ kind }) => kind)).toEqual(['written', 'unreadable']);
    expect(goldenExitCode(results)).toBe(2);
  });

  test('a single file is accepted in place of a folder', async () => {
    await write('a.dstack.yml', 'type: task\ncommands: [a]\n');
    await write('b.dstack.yml', 'type: task\ncommands: [b]\n');
    expect(await kinds(writeGolden(EDITION, [join(folder, 'a.dstack.yml')]))).toEqual(['written']);
    expect(goldenExitCode(await checkGolden(EDITION, [join(folder, 'a.golden.json')]))).toBe(2);
  });

  test('a folder without sources is no success', async () => {
    expect(goldenExitCode(await checkGolden(EDITION, [folder]))).toBe(2);
    expect(goldenExitCode(await checkGolden(EDITION, [join(folder, 'nowhere')]))).toBe(2);
  });
});
