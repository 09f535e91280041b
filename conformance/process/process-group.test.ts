import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { readEventLog } from '../log/event-log.ts';
import { endMarked, findMarked, MARKER } from './process-group.ts';
import { bundled } from '../testing/bundled.ts';
import { scriptedChild } from '../testing/scripted.ts';

const [node = '', ...main] = await bundled('conformance/cli/main.ts');

const folder = mkdtempSync(join(tmpdir(), 'harness-death-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** An implementation that is slow, ignores every hint to go, and has children that left its group. */
const STUBBORN = scriptedChild(
  '{ window: 4 }',
  `for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, () => undefined);
   process.exit = () => undefined;
   setInterval(() => undefined, 1000);
   require('node:child_process').spawn('sleep', ['1000'], { detached: true, stdio: 'ignore' }).unref();
   require('node:child_process').spawn('sleep', ['1000'], { stdio: 'ignore' });
   act = (id) => { const until = Date.now() + 20; while (Date.now() < until); result(id, { unsupported: 'slow' }); };`,
);

async function harnessThatDiesBy(signal: NodeJS.Signals) {
  const log = join(folder, `${signal}.ndjson`);
  const args = [...main, 'certify', '--cases', '100', '--log', log, '--', ...STUBBORN];
  const harness = spawn(node, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  harness.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((done) => harness.on('close', done));
  while (!existsSync(log) || readFileSync(log, 'utf8').split('\n').length < 30) await sleep(50);
  harness.kill(signal);
  const code = await ended;
  const text = readFileSync(log, 'utf8');
  const { lines, damaged } = readEventLog(text);
  const [header] = lines;
  if (header?.event !== 'header') throw new Error('no header');
  return { code, output, text, lines, damaged, run: header.run, log };
}

async function survivorsAfter(run: string): Promise<number[]> {
  for (let waited = 0; waited < 3000 && findMarked(run).length > 0; waited += 50) await sleep(50);
  return findMarked(run);
}

describe('the death of the harness', () => {
  it('leaves no process behind after SIGKILL, and a log that is readable and unfinished', async () => {
    const { run, lines, damaged, log } = await harnessThatDiesBy('SIGKILL');
    expect(await survivorsAfter(run)).toEqual([]);
    expect(damaged).toEqual([]);
    expect(lines.length).toBeGreaterThanOrEqual(29);
    expect(lines.at(-1)?.event).toBe('case');
    const report = spawn(node, [...main, 'report', log]);
    let printed = '';
    report.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const code = await new Promise((done) => report.on('close', done));
    expect({ code, printed }).toEqual({ code: 3, printed: expect.stringContaining('incomplete') as string });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'prints the results so far after %s and exits with 130',
    async (signal) => {
      const { code, run, output, lines } = await harnessThatDiesBy(signal);
      expect(code).toBe(130);
      expect(output).toContain('incomplete (interrupted)');
      expect(lines.at(-1)).toMatchObject({ event: 'footer', interrupted: true, exitCode: 130 });
      expect(findMarked(run)).toEqual([]);
    },
  );
});

// Only Linux shows the environment of other processes.
describe.runIf(process.platform === 'linux')('endMarked', () => {
  it('returns when all processes are gone, even those that left their group or forked during the search', async () => {
    const swarm = 'for i in 1 2 3 4 5 6 7 8; do (setsid sh -c "sleep 100 & sleep 100" &) ; done; sleep 100';
    const env = { ...process.env, [MARKER]: 'run-2.1' };
    spawn('sh', ['-c', swarm], { env, stdio: 'ignore', detached: true });
    while (findMarked('run-2').length < 10) await sleep(5);
    await endMarked('run-2');
    expect(findMarked('run-2')).toEqual([]);
  });
});

describe.runIf(process.platform === 'linux')('findMarked', () => {
  it('finds a run, one child of it, and no other run with a similar name', async () => {
    const child = spawn('sleep', ['100'], { env: { ...process.env, [MARKER]: 'run-1.2' } });
    await sleep(100);
    expect([findMarked('run-1'), findMarked('run-1.2'), findMarked('run-1.'), findMarked('run')]).toEqual([
      [child.pid],
      [child.pid],
      [],
      [],
    ]);
    child.kill('SIGKILL');
  });
});
