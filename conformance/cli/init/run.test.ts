import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { captureOutput } from '../../testing/captured-output.ts';
import { UnwritableError } from '../../files/atomic-write.ts';
import { runInit } from './run.ts';

const printed = captureOutput();
let folder = '';

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'init-')), 'mytool');
  mkdirSync(folder);
  vi.stubEnv('NO_COLOR', '1');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(join(folder, '..'), { recursive: true });
});

const FILES = [
  '.github/workflows/conformance.yml',
  'conformance/adapter.mjs',
  'conformance/baseline.yaml',
  'conformance/corpus/README.md',
  'dstack-conformance.yaml',
];

function written(): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

describe('init', () => {
  it('writes a starting point, and says what', async () => {
    expect(await runInit('javascript', {}, folder)).toBe(0);
    expect(written()).toEqual(FILES);
    expect(printed.err).toBe('');
    expect(printed.out).toBe(
      `wrote  conformance/adapter.mjs            the adapter: right about three fields
wrote  dstack-conformance.yaml            the configuration: which program is asked, and how
wrote  conformance/baseline.yaml          the known failures: none
wrote  conformance/corpus/README.md       the folder of the finds of \`fuzz\`
wrote  .github/workflows/conformance.yml  the workflow: certifies every push

next: dstack-conformance certify
`,
    );
  });

  it('writes nothing with --dry-run', async () => {
    expect(await runInit('javascript', { dryRun: true }, folder)).toBe(0);
    expect(written()).toEqual([]);
    expect(printed.out).toContain('would write  conformance/adapter.mjs ');
  });

  it('changes nothing the second time', async () => {
    await runInit('javascript', {}, folder);
    printed.out = '';
    expect(await runInit('javascript', {}, folder)).toBe(0);
    expect(printed.out.match(/^is there {2}/gm)).toHaveLength(FILES.length);
  });

  it('overwrites nothing, names what stays, and writes the rest', async () => {
    mkdirSync(join(folder, 'conformance'));
    writeFileSync(join(folder, 'conformance/adapter.mjs'), 'mine');
    symlinkSync('nowhere', join(folder, 'dstack-conformance.yaml'));
    expect(await runInit('javascript', {}, folder)).toBe(1);
    expect(readFileSync(join(folder, 'conformance/adapter.mjs'), 'utf8')).toBe('mine');
    expect(written()).toEqual(FILES.slice(0, 4));
    expect(printed.err).toBe(
      `conformance/adapter.mjs is there already, with other content; it stays as it is
dstack-conformance.yaml is there already, with other content; it stays as it is
`,
    );
  });

  it('names a folder that it can not make', async () => {
    writeFileSync(join(folder, 'conformance'), 'a file');
    await expect(runInit('javascript', {}, folder)).rejects.toThrow(UnwritableError);
  });

  it('finds the language itself', async () => {
    writeFileSync(join(folder, 'go.mod'), 'module mytool\n');
    expect(await runInit(undefined, { dryRun: true }, folder)).toBe(0);
    expect(printed.out).toContain('conformance/adapter.go');
  });

  it('names the choice where there are several languages', async () => {
    writeFileSync(join(folder, 'go.mod'), '');
    writeFileSync(join(folder, 'Cargo.toml'), '');
    expect(await runInit(undefined, {}, folder)).toBe(2);
    expect(printed.err).toBe(
      'there is go.mod and Cargo.toml; choose one: dstack-conformance init go, dstack-conformance init rust\n',
    );
    expect(written()).toEqual(['Cargo.toml', 'go.mod']);
  });

  it.each([
    ['pyton', 'there is no adapter in "pyton"; did you mean python?\n'],
    ['cobol', /^there is no adapter in "cobol"; the languages are go, javascript, /],
  ])('knows no language %s', async (name, message) => {
    expect(await runInit(name, {}, folder)).toBe(2);
    expect(printed.err).toMatch(message);
  });

  it('says it all as JSON', async () => {
    vi.stubEnv('PATH', '');
    expect(await runInit('shell', { json: true }, folder)).toBe(0);
    const report = JSON.parse(printed.out) as { files: { path: string; state: string }[] };
    expect(report).toMatchObject({
      language: 'shell',
      name: 'mytool',
      dryRun: false,
      missing: ['bash', 'jq'],
    });
    expect(report.files[0]).toMatchObject({ path: 'conformance/adapter.sh', state: 'new' });
  });
});
