import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect } from 'vitest';
import { bundle } from '../../build/bundle.ts';
import { isAsShown, stepsIn, type Step } from './transcript.ts';

/** The root of the repository. */
export const ROOT = new URL('../../', import.meta.url);

/** The folder of a project. */
export interface Project {
  readonly folder: string;
  /** Runs a program there, and returns all that it prints. */
  readonly printed: (program: string, args: readonly string[]) => string;
}

/** A place where `dstack-conformance` is a command, as after an installation. */
export interface Workshop {
  /** Makes an empty project. Its folder is called `mytool`, which shows in what commands print. */
  readonly newProject: () => Project;
  readonly remove: () => void;
}

export async function makeWorkshop(): Promise<Workshop> {
  const parent = mkdtempSync(join(tmpdir(), 'docs-'));
  const bin = join(parent, 'bin');
  mkdirSync(bin);
  await bundle(join(parent, 'dist'));
  const program = join(bin, 'dstack-conformance');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${join(parent, 'dist/main.js')}' "$@"\n`);
  chmodSync(program, 0o755);
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, NO_COLOR: '1' };
  return {
    newProject: () => {
      const folder = join(mkdtempSync(join(parent, 'project-')), 'mytool');
      mkdirSync(folder);
      return {
        folder,
        printed: (name, args) => {
          const { stdout, stderr } = spawnSync(name, args, { cwd: folder, encoding: 'utf8', env, input: '' });
          return stdout + stderr;
        },
      };
    },
    remove: () => {
      rmSync(parent, { recursive: true });
    },
  };
}

/** Returns the text of a page, by its path from the root. */
export function pageAt(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

/** Takes the steps of a page in a project, one after the other, and compares what they print with the page. */
export function expectAsShown(page: string, { printed }: Pick<Project, 'printed'>): void {
  for (const step of stepsIn(page)) takeStep(step, printed);
}

function takeStep(step: Step, printed: Project['printed']): void {
  const place = `line ${step.line}`;
  if (step.kind === 'change') {
    // A diff is text of the page, and git reads it from standard input.
    const command = `git apply --unidiff-zero - <<'END OF DIFF'\n${step.diff}END OF DIFF\n`;
    expect(printed('bash', ['-c', command]), place).toBe('');
    return;
  }
  // A terminal shows both outputs, in the order in which they are written.
  const text = printed('bash', ['-c', `exec 2>&1\n${step.command}`]);
  // The comparison of texts shows where they differ.
  if (!isAsShown(step.expected, text)) expect(text, `${place}: ${step.command}`).toBe(step.expected);
}
