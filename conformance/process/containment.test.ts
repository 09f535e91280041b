import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Child } from './child.ts';
import type { Exit } from './exit.ts';
import { startWatchdog } from './process-group.ts';
import { containment, type Containment } from './supervisor.ts';

const RUN = `containment-${process.pid}`;
const folder = mkdtempSync(join(tmpdir(), 'containment-'));
const watchdog = startWatchdog(RUN);
let started = 0;

beforeAll(() => {
  process.env['PERL5OPT'] = '-Mno_such_module';
});
afterAll(() => {
  delete process.env['PERL5OPT'];
  watchdog.dismiss();
  rmSync(folder, { recursive: true });
});

interface Ended {
  readonly exit: Exit;
  readonly output: string;
  readonly stderr: string;
}

/** Runs a shell script as a child. `during` is given the child once the script has written the file `ready`. */
function run(script: string, sweeps: boolean, during?: (child: Child) => void): Promise<Ended> {
  started += 1;
  const command = ['/bin/sh', '-c', script];
  return new Promise((done) => {
    let output = '';
    const child = new Child(
      { command, marker: `${RUN}.${started}`, watchdog, sweeps },
      {
        output: (chunk) => (output += chunk.toString()),
        closed: () => undefined,
        ended: (exit) => {
          done({ exit, output, stderr: child.stderr.since(0) });
        },
      },
    );
    if (during !== undefined)
      void whenWritten().then(() => {
        during(child);
      });
  });
}

const pidFile = join(folder, 'pid');

async function whenWritten(): Promise<number> {
  while (!existsSync(pidFile) || !readFileSync(pidFile, 'utf8').endsWith('\n')) await sleep(5);
  return Number(readFileSync(pidFile, 'utf8'));
}

/** A shell that writes its number into the file and then sleeps as a process that only we know. */
const HIDDEN = `sh -c 'echo $$ > ${pidFile}; exec sleep 1000' < /dev/null > /dev/null 2>&1`;
const WAIT = `while [ ! -s ${pidFile} ]; do sleep 0.01; done`;

/** The ways in which a descendant leaves its parents. */
const WAYS = {
  'stays in the group': `${HIDDEN} & ${WAIT}`,
  'leaves the session': `setsid ${HIDDEN} & ${WAIT}`,
  'leaves the session and clears its environment': `env -i PATH="$PATH" setsid ${HIDDEN} & ${WAIT}`,
  'does so in an orphan of an orphan': `(env -i PATH="$PATH" setsid sh -c "(${HIDDEN.replaceAll('$', '\\$')} &) &" &) ; ${WAIT}`,
} as const;

/** The ways from which each means protects. */
const HELD: Readonly<Record<Containment, readonly (keyof typeof WAYS)[]>> = {
  'child-subreaper': [
    'stays in the group',
    'leaves the session',
    'leaves the session and clears its environment',
    'does so in an orphan of an orphan',
  ],
  'process-group-and-marker': ['stays in the group', 'leaves the session'],
  'process-group': ['stays in the group'],
};

/** Returns whether a process lives. A zombie, whose parent has not asked for its end yet, is dead. */
function isAlive(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Returns whether the hidden process outlives its child. A survivor is killed. */
async function survives(ended: Promise<unknown>): Promise<boolean> {
  await ended;
  const pid = await whenWritten();
  rmSync(pidFile);
  const alive = isAlive(pid);
  if (alive) process.kill(pid, 'SIGKILL');
  return alive;
}

describe.runIf(process.platform === 'linux')('a descendant', () => {
  const means = containment();

  it.each(HELD[means])(`that %s is gone with a program that ends by itself`, async (way) => {
    expect(await survives(run(`${WAYS[way]}; exit 3`, true))).toBe(false);
  });

  it.each(HELD[means])(`that %s is gone with a program that is killed`, async (way) => {
    const ended = run(`trap '' TERM; ${WAYS[way]}; while true; do sleep 1; done`, true, (child) => {
      child.kill();
    });
    expect(await survives(ended)).toBe(false);
  });
});

describe.runIf(containment() === 'child-subreaper')('a program under a supervisor', () => {
  it.each([
    ['exit 0', { code: 0, signal: null }],
    ['exit 139', { code: 139, signal: null }],
    ['kill -SEGV $$', { code: null, signal: 'SIGSEGV' }],
    ['kill -KILL $$', { code: null, signal: 'SIGKILL' }],
    ['kill -TERM $$', { code: null, signal: 'SIGTERM' }],
  ])('that ends by `%s` is reported so', async (script, exit) => {
    expect((await run(script, true)).exit).toEqual(exit);
  });

  it('that does not exist is reported as without one', async () => {
    const exits = [];
    for (const sweeps of [true, false])
      exits.push(
        await new Promise<Exit>((ended) => {
          const command = [join(folder, 'nothing'), 'x'];
          const ignored = { output: () => undefined, closed: () => undefined };
          new Child({ command, marker: `${RUN}.none`, watchdog, sweeps }, { ...ignored, ended });
        }),
      );
    const reason = `there is no program ${join(folder, 'nothing')}`;
    expect(exits).toEqual([
      { code: null, signal: null, reason },
      { code: null, signal: null, reason },
    ]);
  });

  it('sees its own environment, and standard error holds only what it wrote', async () => {
    const script = 'echo "$PERL5OPT|$PERL_BADLANG"; echo hello >&2';
    expect(await run(script, true)).toEqual({
      exit: { code: 0, signal: null },
      output: '-Mno_such_module|\n',
      stderr: 'hello\n',
    });
  });

  it('has only the three usual pipes', async () => {
    const { output } = await run(
      '[ -e /proc/self/fd/2 ] && echo two; [ -e /proc/self/fd/3 ] && echo three',
      true,
    );
    expect(output).toBe('two\n');
  });

  it('that closes its output while it lives is noticed', async () => {
    let closed = false;
    await new Promise<void>((done) => {
      const command = ['/bin/sh', '-c', 'exec >&-; while true; do sleep 1; done'];
      const child = new Child(
        { command, marker: `${RUN}.closes`, watchdog, sweeps: true },
        {
          output: () => undefined,
          closed: () => {
            closed = true;
            child.kill();
          },
          ended: () => {
            done();
          },
        },
      );
    });
    expect(closed).toBe(true);
  });

  it('dies with a supervisor that it kills itself', async () => {
    const script = `echo $$ > ${pidFile}; kill -KILL $PPID; while true; do sleep 1; done`;
    expect(await survives(run(script, true))).toBe(false);
  });
});
