import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { editsIn, withEdit } from './testing/walkthrough.ts';

/** Follows CONTRIBUTING.md in a copy of the repository, and asks the copy whether it agrees with itself. */

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What a copy does without, or gets by a link. */
const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', '.git', 'dist', '.tmp', 'coverage']);

/** dstack's own text, which is copied; all other files are written by hand. */
const COPIED = 'spec/editions/dstack-0.18.42/page.txt';

/** The tests that hold spec, reference, generators, measurements and the second implementation against each other. */
const TESTS = [
  ...readdirSync(join(ROOT, 'spec'), { encoding: 'utf8', recursive: true })
    .filter((path) => path.endsWith('.test.ts') && path !== 'walkthrough.test.ts')
    .map((path) => `spec/${path}`),
  'reference/editions',
  'generators/laws.test.ts',
  'generators/editions/dstack-0.18.42/mutation-table.test.ts',
  'conformance/soundness/measured.test.ts',
  'conformance/judge/defaults.test.ts',
  'conformance/certify/independent.test.ts',
  'examples/tasks',
  'examples/adapters/json-schema',
];

const NODE_OPTIONS = ['--import', 'tsx'];

const edits = editsIn(
  readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8'),
  'Adding a documented field, step by step',
);

const folder = mkdtempSync(join(tmpdir(), 'walkthrough-'));
const copy = join(folder, 'copy');

afterAll(() => {
  rmSync(folder, { recursive: true });
  expect(existsSync(folder)).toBe(false);
});

describe('the walkthrough for a new field', () => {
  test('touches at most nine files that are written by hand', () => {
    const files = new Set(edits.map(({ file }) => file));
    expect(files.has(COPIED)).toBe(true);
    files.delete(COPIED);
    expect([...files]).toHaveLength(9);
  });

  test('leads to a suite that agrees with itself', { timeout: 300_000 }, async () => {
    copyRepository();
    for (const edit of edits) {
      const path = join(copy, edit.file);
      writeFileSync(path, withEdit(readFileSync(path, 'utf8'), edit));
    }
    await run(...NODE_OPTIONS, 'spec/generate.ts');
    await run(...NODE_OPTIONS, 'conformance/cli/main.ts', 'golden', 'write', 'examples/tasks');
    await run('node_modules/typescript/bin/tsc', '--noEmit');
    // Several workers would each load the modules, and leave less of the processors to the other tests.
    await run('node_modules/vitest/vitest.mjs', 'run', '--cache=false', '--maxWorkers=1', ...TESTS);
    // The new key stands where the schema lists it.
    const golden = readFileSync(join(copy, 'examples/tasks/cpu-batch.golden.json'), 'utf8');
    expect(golden).toMatch(/"max_price": [^\n]*\n *"priority": 0,\n *"creation_policy": /);
  });
});

function copyRepository(): void {
  cpSync(ROOT, copy, {
    recursive: true,
    filter: (source) => !LEFT_OUT.has(relative(ROOT, source)),
  });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(join(folder, 'tmp'));
}

/** Runs Node.js in the copy, and gives what it wrote. What it leaves in the temporary folder goes with the copy. */
function run(...args: readonly string[]): Promise<string> {
  const { NO_COLOR = '1', PATH = '' } = process.env;
  const env = { PATH, NO_COLOR, TMPDIR: join(folder, 'tmp') };
  const child = spawn(process.execPath, args, { cwd: copy, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let written = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve(written);
      else reject(new Error(`${args.join(' ')} exited with ${String(status)}:\n${written}`));
    });
  });
}
