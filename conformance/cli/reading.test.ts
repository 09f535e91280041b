import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { readYaml } from '../../reference/yaml/yaml.ts';
import { explainFile } from './explain/run.ts';
import { normalYaml } from './normalize/normal-yaml.ts';
import { normalizeFiles } from './normalize/run.ts';
import { showSpec } from './spec/run.ts';
import { SPEC } from '../../spec/generated/editions/dstack-0.18.42/edition.ts';
import { CHOSEN } from '../testing/edition.ts';

let folder = '';
let out = '';
let err = '';
let right = '';
let wrong = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reading-'));
  right = join(folder, 'right.dstack.yml');
  wrong = join(folder, 'wrong.dstack.yml');
  await writeFile(right, 'type: task\nstop_duration: 90m\ncommands: [python train.py]\n');
  await writeFile(wrong, 'type: task\nports: [0]\nwhat: 1\ncommands: [a]\n');
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

beforeEach(() => {
  vi.stubEnv('NO_COLOR', '1');
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => (out += String(text)) !== '');
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => (err += String(text)) !== '');
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('normalize', () => {
  it.each(['json', 'yaml'] as const)(
    'prints the normal form as %s, which means the same again',
    async (format) => {
      expect(await normalizeFiles([right], { edition: CHOSEN, format })).toBe(0);
      const expected = { ...SPEC.minimal.normal, stop_duration: '90m' };
      expect(format === 'json' ? JSON.parse(out) : parse(out)).toEqual(expected);
      const again = join(folder, `again.dstack.${format === 'json' ? 'json' : 'yml'}`);
      await writeFile(again, out);
      const first = out;
      out = '';
      await normalizeFiles([again], { edition: CHOSEN, format });
      expect(out).toBe(first);
    },
  );

  it('prints each violation of a wrong file with its place, and exits with 1', async () => {
    expect(await normalizeFiles([wrong], { edition: CHOSEN, format: 'json' })).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(`${wrong}:2:9: ports/range: `);
    expect(err).toContain(`${wrong}:3:1: document/known-fields: `);
  });

  it('goes on after an unreadable file, and exits with 2', async () => {
    expect(
      await normalizeFiles(['/no/such/file', wrong, right], { edition: CHOSEN, format: 'json', json: true }),
    ).toBe(2);
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => Object.keys(JSON.parse(line) as object)[1])).toEqual([
      'unreadable',
      'rejected',
      'accepted',
    ]);
  });

  it('names each of several files', async () => {
    await normalizeFiles([right, right], { edition: CHOSEN, format: 'json' });
    expect(out.match(/^==> .* <==$/gm)).toEqual([`==> ${right} <==`, `==> ${right} <==`]);
  });
});

describe('warnings', () => {
  it.each([
    [
      'normalize',
      (file: string, warnings: boolean) =>
        normalizeFiles([file], { edition: CHOSEN, format: 'json', warnings }),
    ],
    ['explain', (file: string, warnings: boolean) => explainFile(file, { edition: CHOSEN, warnings })],
  ])('%s prints them on standard error, unless told not to, and the rest is the same', async (_, read) => {
    const file = join(folder, 'lossy.dstack.yml');
    await writeFile(file, 'type: task\ncommands: [a]\nports: [22:22]\nnodes: 1\nnodes: 1\n');
    expect(await read(file, true)).toBe(0);
    expect(err).toContain(`${file}:3:9: warning: `);
    expect(err).toContain(`${file}:5:1: warning: \`nodes\` is given twice`);
    const printed = out;
    [out, err] = ['', ''];
    expect(await read(file, false)).toBe(0);
    expect([out, err]).toEqual([printed, '']);
  });

  it('a hostile key is shown with escapes', async () => {
    const file = join(folder, 'hostile.dstack.yml');
    await writeFile(file, 'type: task\ncommands: [a]\nenv: {"\\e[31m": NO}\n');
    await normalizeFiles([file], { edition: CHOSEN, format: 'json' });
    expect(err).toContain(String.raw`\u001b[31m`);
    expect(err).not.toContain('\u001b');
  });
});

describe('what a terminal might act on', () => {
  it.each(['json', 'yaml'] as const)('is escaped in %s, which means the same', async (format) => {
    const file = join(folder, 'controls.dstack.json');
    const command = 'a\u009b31m\u202e\u061cb';
    await writeFile(file, JSON.stringify({ type: 'task', commands: [command] }));
    await normalizeFiles([file], { edition: CHOSEN, format });
    expect(out).not.toMatch(/[\u0080-\u009f\u061c\u202e]/);
    expect(parse(out)).toMatchObject({ commands: [command] });
  });
});

describe('a normal form as YAML', () => {
  it.each([
    'off',
    'yes',
    '1.0',
    '2..',
    '0o7',
    '22:22',
    '1_000',
    'null',
    '~',
    '',
    ' a ',
    'a: b',
    '# a',
    'é',
    '\u0085',
  ])('keeps the text %j a text, for readers of YAML 1.1 and 1.2', (text) => {
    const normal = { ...SPEC.minimal.normal, commands: [text] };
    const yaml = normalYaml(normal);
    expect(parse(yaml, { version: '1.1' })).toEqual(normal);
    expect(parse(yaml, { version: '1.2' })).toEqual(normal);
    expect(readYaml(yaml)).toMatchObject({ kind: 'read', document: normal });
  });
});

describe('explain', () => {
  it('shows the origin of each value', async () => {
    expect(await explainFile(right, { edition: CHOSEN })).toBe(0);
    expect(out).toMatch(/^ {2}"stop_duration": "90m",.*# given at line 2: /m);
    expect(out).toMatch(/^ {2}"nodes": 1,.*# default: nodes\/default: /m);
    expect(JSON.parse(out.replace(/ +# .*$/gm, ''))).toEqual({
      ...SPEC.minimal.normal,
      stop_duration: '90m',
    });
  });

  it('shows the origins to machines', async () => {
    expect(await explainFile(right, { edition: CHOSEN, json: true })).toBe(0);
    const rows = JSON.parse(out) as readonly { readonly pointer: string }[];
    expect(rows.find(({ pointer }) => pointer === '/stop_duration')).toMatchObject({
      value: '90m',
      kind: 'given',
      from: '/stop_duration',
      line: 2,
    });
    expect(rows.find(({ pointer }) => pointer === '/nodes')).toMatchObject({
      value: 1,
      kind: 'default',
      line: null,
    });
  });

  it('prints the violations of a wrong file, and exits with 1', async () => {
    expect(await explainFile(wrong, { edition: CHOSEN })).toBe(1);
    expect([out, err]).toEqual(['', expect.stringContaining('ports/range') as string]);
  });

  it('exits with 2 if the file does not exist', async () => {
    expect(await explainFile('/no/such/file', { edition: CHOSEN })).toBe(2);
  });
});

describe('spec', () => {
  it('shows one requirement whole, with its source and its examples', async () => {
    expect(await showSpec('ports/range', { edition: CHOSEN })).toBe(0);
    expect(out).toMatch(/^ports\/range \(observed\)\n/);
    expect(out).toContain('Source:');
    expect(out).toMatch(/^ {2}implemented in {2}reference\/editions\/dstack-0\.18\.42\/port\.ts$/m);
    expect(out).toMatch(/^ {2}broken in {7}generators\/.*\n {18}generators\//m);
    expect(out).toContain('Rejected at "/ports/1" (ports/range/reject-1):');
  });

  it('lists a topic, and all topics', async () => {
    expect(await showSpec('ports', { edition: CHOSEN })).toBe(0);
    expect(out).toContain('ports/wildcard-local-port');
    expect(out).not.toContain('nodes/default');
    expect(await showSpec(undefined, { edition: CHOSEN })).toBe(0);
    expect(out).toContain('nodes/default');
  });

  it('shows requirements to machines', async () => {
    await showSpec('ports/range', { edition: CHOSEN, json: true });
    expect(JSON.parse(out)).toMatchObject([
      {
        id: 'ports/range',
        level: 'observed',
        files: { implements: ['reference/editions/dstack-0.18.42/port.ts'] },
      },
    ]);
  });

  it('counts the sentences of the page', async () => {
    expect(await showSpec(undefined, { edition: CHOSEN, coverage: true })).toBe(0);
    expect(out).toMatch(/\n\d+ sentences: \d+ implemented, \d+ with a reason why not\.\n$/);
  });

  it.each([
    ['port/range', 'ports/range'],
    ['ports/rnage', 'ports/range'],
    ['resorces', 'resources'],
    ['yml', 'yaml'],
  ])('suggests for %s first of all %s', async (name, near) => {
    expect(await showSpec(name, { edition: CHOSEN })).toBe(2);
    expect(err).toMatch(new RegExp(`Did you mean ${near}[,?]`));
  });

  it('suggests similar names for an unknown requirement', async () => {
    expect(await showSpec('gpu/wildcard-local-port', { edition: CHOSEN })).toBe(2);
    expect([out, err]).toEqual([
      '',
      expect.stringContaining('Did you mean ports/wildcard-local-port') as string,
    ]);
  });
});
