import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundled } from '../../testing/bundled.ts';
import { captureCommands } from '../../testing/captured-output.ts';
import { scriptedChild } from '../../testing/scripted.ts';
import { run } from '../command-line.ts';

const printed = captureCommands();
const folder = mkdtempSync(join(tmpdir(), 'run-watching-'));
const watched = join(folder, 'program.txt');
const [node = '', ...main] = await bundled('conformance/cli/main.ts');
/** A program that rejects all documents while its file says so, and accepts them all otherwise. */
const PROGRAM = scriptedChild(
  '{}',
  `const rejects = require('node:fs').readFileSync(${JSON.stringify(watched)}, 'utf8').includes('reject');
   act = (id) => { result(id, rejects ? { rejected: [] } : { accepted: NORMAL }); };`,
);
/** Cases of a document that the program can answer rightly, and of one that it rejects by chance. */
const CASES = ['type/task/accept-1/json', 'working_dir/relative/reject-1/json'];

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function words(...flags: string[]): string[] {
  const corpus = join(folder, 'corpus');
  return ['certify', '--cases', '0', '--corpus', corpus, '--case', ...CASES, ...flags, '--', ...PROGRAM];
}

describe('certify --watch', () => {
  it('asks again after a change, first what failed, and ends at Ctrl-C with the exit code of the last run', async () => {
    writeFileSync(watched, 'reject');
    const child = spawn(node, [...main, ...words('--quiet', '--watch', watched)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    async function until(text: string, after = ''): Promise<void> {
      const outputs = [child.stdout, child.stderr];
      while (!said.includes(text, said.indexOf(after)))
        await Promise.race(outputs.map((stream) => once(stream, 'data')));
    }
    await until('waiting for a change, to ask the 1 case that failed (Ctrl-C ends)\n');
    writeFileSync(watched, 'accept');
    await until('changed: asking 1 case that failed\n');
    await until('they pass: asking all cases\n');
    await until('waiting for a change, to ask the 1 case that failed (Ctrl-C ends)\n', 'they pass');
    child.kill('SIGINT');
    // Accepting all documents is wrong about the other case.
    expect((await once(child, 'exit'))[0]).toBe(1);
  });

  it.each([
    ['a path that is not there', ['--watch', '/no/such/path'], "/no/such/path can't be watched: "],
    [
      'a log in a watched folder',
      ['--log', join(folder, 'log'), '--watch', folder],
      'so each run would start the next one',
    ],
    ['the log of failures', ['--failed', 'x', '--watch', folder], 'cannot be used with'],
  ])('refuses %s', async (_, flags, why) => {
    expect(await run(['node', 'suite', ...words(...flags)])).toBe(2);
    expect(printed.err).toContain(why);
  });

  it('ends at once if the usage is wrong', async () => {
    expect(await run(['node', 'suite', ...words('--topic', 'nonsense', '--watch', watched)])).toBe(2);
    expect(printed.err).toMatch(/^there is no topic nonsense/);
  });
});
