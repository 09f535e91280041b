import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../build/bundle.ts';
import { missingProgram } from '../conformance/process/missing-program.ts';
import { isAsShown, stepsIn } from './testing/transcript.ts';

/** Runs the commands of the page in a folder of their own, and compares what they print with the page. */

const folder = mkdtempSync(join(tmpdir(), 'from-0-'));
const project = join(folder, 'mytool');
const bin = join(folder, 'bin');

beforeAll(async () => {
  mkdirSync(project);
  mkdirSync(bin);
  await bundle(join(folder, 'dist'));
  const program = join(bin, 'dstack-conformance');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${join(folder, 'dist/main.js')}' "$@"\n`);
  chmodSync(program, 0o755);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a program in the project, and returns all that it prints. */
function printed(program: string, args: readonly string[], input = ''): string {
  const path = `${bin}${delimiter}${process.env['PATH'] ?? ''}`;
  const env = { ...process.env, PATH: path, NO_COLOR: '1' };
  const { stdout, stderr } = spawnSync(program, args, { cwd: project, encoding: 'utf8', env, input });
  return stdout + stderr;
}

const page = readFileSync(new URL('from-0-to-drop-in.md', import.meta.url), 'utf8');
const steps = stepsIn(page);
const obstacle = missingProgram(['go']);

describe('the page "From 0 to drop-in"', () => {
  it('has steps', () => {
    expect(steps.filter(({ kind }) => kind === 'command')).toHaveLength(7);
    expect(steps.filter(({ kind }) => kind === 'change')).toHaveLength(2);
  });

  const note = obstacle === undefined ? '' : ` (left out: ${obstacle})`;
  it.skipIf(obstacle !== undefined)(`shows what happens${note}`, showsWhatHappens, 180_000);
});

function showsWhatHappens(): void {
  for (const step of steps) {
    if (step.kind === 'change') {
      expect(printed('git', ['apply', '--unidiff-zero', '-'], step.diff), `line ${step.line}`).toBe('');
      continue;
    }
    const text = printed('bash', ['-c', step.command]);
    // The comparison of texts shows where they differ.
    if (!isAsShown(step.expected, text))
      expect(text, `line ${step.line}: ${step.command}`).toBe(step.expected);
  }
}
