import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Child } from './child.ts';
import type { Exit } from './exit.ts';
import { startWatchdog } from './process-group.ts';
import { containment } from './supervisor.ts';
import { HELD, scriptsFor, survives, whenWritten } from '../testing/hidden-descendants.ts';

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
      void whenWritten(pidFile).then(() => {
        during(child);
      });
  });
}

const pidFile = join(folder, 'pid');

const WAYS = scriptsFor(pidFile);

describe.runIf(process.platform === 'linux')('a descendant', () => {
  const means = containment();

  it.each(HELD[means])(`that %s is gone with a program that ends by itself`, async (way) => {
    expect(await survives(pidFile, run(`${WAYS[way]}; exit 3`, true))).toBe(false);
  });

  it.each(HELD[means])(`that %s is gone with a program that is killed`, async (way) => {
    const ended = run(`trap '' TERM; ${WAYS[way]}; while true; do sleep 1; done`, true, (child) => {
      child.kill();
    });
    expect(await survives(pidFile, ended)).toBe(false);
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
    expect(await survives(pidFile, run(script, true))).toBe(false);
  });
});
