import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bundled } from '../../conformance/testing/bundled.ts';
import type { Report } from '../../spec/generated/report.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const WORKERS = [0, 1, 2, 3];
/** The worker that is killed. */
const KILLED = 2;
/** The program of this worker stops to answer after this many lines. */
const ANSWERS = 100;
/** Milliseconds for a whole test. Four workers share the cores with other tests. */
const PATIENCE = 300_000;

/** A command line from a shipped file, as an engine runs it for a worker, numbered from 0. */
interface Engine {
  readonly name: string;
  readonly certify: (worker: number) => string;
  readonly env: (worker: number) => Readonly<Record<string, string>>;
  readonly report: string;
}

function shipped(file: string): unknown {
  return parse(readFileSync(join(HERE, file), 'utf8'));
}

interface Job {
  readonly spec: {
    readonly template: { readonly spec: { readonly containers: readonly { readonly args: string[] }[] } };
  };
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
}

interface Task {
  readonly commands: readonly string[];
}

function argsOf(file: string): string {
  const { spec } = shipped(file) as Job;
  return spec.template.spec.containers.flatMap(({ args }) => args).join('\n');
}

function stepOf(job: string, command: string): string {
  const { steps = [] } = (shipped('github.yml') as Workflow).jobs[job] ?? {};
  return (
    steps.map(({ run = '' }) => run).find((run) => run.startsWith(`dstack-conformance ${command}`)) ?? ''
  );
}

const ENGINES: readonly Engine[] = [
  {
    name: 'a Kubernetes Indexed Job',
    certify: () => argsOf('kubernetes.yaml'),
    env: (worker) => ({ JOB_COMPLETION_INDEX: String(worker) }),
    report: argsOf('kubernetes-report.yaml'),
  },
  {
    name: 'a GitHub matrix',
    // GitHub replaces expressions before the shell sees them.
    certify: (worker) => stepOf('certify', 'certify').replaceAll('${{ matrix.shard }}', String(worker + 1)),
    env: () => ({}),
    report: stepOf('report', 'report'),
  },
  {
    name: 'a multi-node task of dstack',
    certify: () => (shipped('task.dstack.yml') as Task).commands.join('\n'),
    env: (worker) => ({ DSTACK_NODE_RANK: String(worker), DSTACK_NODES_NUM: '4' }),
    report: 'dstack-conformance report "$SHARDS"/shard-*.log',
  },
];

const folder = mkdtempSync(join(tmpdir(), 'parallel-'));
const bin = join(folder, 'bin');

beforeAll(async () => {
  mkdirSync(bin);
  const main = (await bundled('conformance/cli/main.ts')).map((word) => `'${word}'`).join(' ');
  // Fewer cases than by default, so that the test takes seconds.
  script(
    join(bin, 'dstack-conformance'),
    `case "$1" in certify) shift; exec ${main} --no-config certify --cases 100 "$@";; esac\nexec ${main} "$@"`,
  );
  script(
    join(folder, 'normalize'),
    `if [ -z "$STOPS" ]; then exec ${main} adapter; fi
${main} adapter | {
  while [ "$((n += 1))" -le ${ANSWERS} ] && IFS= read -r line; do printf '%s\\n' "$line"; done
  sleep 60
}`,
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function script(path: string, text: string): void {
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
}

function environment(shards: string, more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...more,
    PATH: `${bin}:${process.env['PATH'] ?? ''}`,
    SHARDS: shards,
    NO_COLOR: '1',
  };
}

function start(
  engine: Engine,
  worker: number,
  shards: string,
  more: Readonly<Record<string, string>>,
): ChildProcess {
  const env = environment(shards, { ...engine.env(worker), ...more });
  return spawn('sh', ['-c', engine.certify(worker)], { cwd: folder, env, stdio: 'ignore', detached: true });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve));
}

/** Waits until a worker has written some results, and kills it with all that it started in its group. */
async function killInTheMiddle(child: ChildProcess, shards: string): Promise<string> {
  const exit = ended(child);
  while (linesIn(shards) < ANSWERS / 2) await new Promise((resolve) => setTimeout(resolve, 50));
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  await exit;
  return logsIn(shards)
    .map((path) => readFileSync(path, 'utf8'))
    .join('');
}

function logsIn(shards: string): string[] {
  return existsSync(shards)
    ? readdirSync(shards)
        .filter((name) => /^shard-\d\.log$/.test(name))
        .map((name) => join(shards, name))
    : [];
}

function linesIn(shards: string): number {
  return logsIn(shards).reduce((sum, path) => sum + readFileSync(path, 'utf8').split('\n').length, 0);
}

function reportOf(line: string, shards: string): { readonly code: number | null; readonly report: Report } {
  const { status, stdout } = spawnSync('sh', ['-c', `${line} --json`], {
    cwd: folder,
    env: environment(shards),
    encoding: 'utf8',
  });
  return { code: status, report: JSON.parse(stdout) as Report };
}

/** Returns a report without what differs from run to run. */
function comparable({ code, report }: ReturnType<typeof reportOf>) {
  return { code, report: { ...report, run: '', started: '', finished: '', restarts: 0 } };
}

describe.each(ENGINES)('four workers of $name', (engine) => {
  it(
    'are together a single run, although one is killed in the middle and started again',
    async () => {
      const shards = mkdtempSync(join(folder, 'shards-'));
      const killed = await killInTheMiddle(start(engine, KILLED, shards, { STOPS: 'yes' }), shards);
      expect(killed).not.toContain('"event":"footer"');
      const others = WORKERS.filter((worker) => worker !== KILLED);
      const running = others.map((worker) => ended(start(engine, worker, shards, {})));
      expect(await Promise.all(running)).toEqual([0, 0, 0]);
      const cut = reportOf(engine.report, shards);
      expect(cut.code).toBe(3);
      expect(cut.report.reasons.join()).toContain('shard 3 of 4 has no end');

      expect(await ended(start(engine, KILLED, shards, {}))).toBe(0);
      const single = join(shards, 'single.log');
      const line = `dstack-conformance certify --log '${single}' -- ./normalize`;
      expect(spawnSync('sh', ['-c', line], { cwd: folder, env: environment(shards) }).status).toBe(0);
      const whole = reportOf(`dstack-conformance report '${single}'`, shards);
      expect(comparable(reportOf(engine.report, shards))).toEqual(comparable(whole));
      expect(whole.report.grade).toBe('drop-in');
    },
    PATIENCE,
  );
});

describe('the task of dstack', () => {
  it('is a right configuration', () => {
    const { status, stderr } = spawnSync('dstack-conformance', ['normalize', join(HERE, 'task.dstack.yml')], {
      env: environment(''),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
