import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { SOURCE_PROGRAM } from './build-program.ts';

const MAIN = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));
/** Matches characters that a terminal obeys instead of showing them. */
const OBEYED = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;

it('the terminal obeys nothing that a program writes', () => {
  const program = [...SOURCE_PROGRAM, '--fault', 'escape-sequences-everywhere'];
  const args = ['--import', 'tsx', MAIN, 'certify', '--topic', 'ports', '--', ...program];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stdout).toContain('\\u001b[2J');
  expect(OBEYED.exec(stdout + stderr)).toBeNull();
  expect(status).toBe(1);
});
