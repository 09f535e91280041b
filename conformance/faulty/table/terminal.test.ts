import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { bundled } from '../../testing/bundled.ts';
import { builtProgram } from './build-program.ts';

/** Matches characters that a terminal obeys instead of showing them. */
const OBEYED = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;

it('the terminal obeys nothing that a program writes', async () => {
  const program = [...(await builtProgram()), '--fault', 'escape-sequences-everywhere'];
  const [node = '', ...main] = await bundled('conformance/cli/main.ts');
  const args = [...main, 'certify', '--topic', 'ports', '--', ...program];
  const { stdout, stderr, status } = spawnSync(node, args, { encoding: 'utf8' });
  expect(stdout).toContain('\\u001b[2J');
  expect(OBEYED.exec(stdout + stderr)).toBeNull();
  expect(status).toBe(1);
});
