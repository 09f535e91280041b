import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestCase } from '../conformance/case/case.ts';
import { certifyProgram, DEFAULTS, SPEC, SUITE } from '../conformance/certify/certify.ts';
import { runCases } from '../conformance/runner/runner.ts';
import { stringifyNormal } from '../reference/normal-text.ts';
import { documentJson } from '../reference/document-json.ts';
import { interpret } from '../reference/interpret.ts';
import { readYaml } from '../reference/yaml.ts';
import { floor } from './floor.ts';
import type { BenchRow } from './row.ts';

/** The bench runs in the project's folder. */
const TASKS = 'examples/tasks';
const CASES = 50_000;
const LOCK_STEP_CASES = 10_000;
const ROUNDS = 3;

/**
 * How fast the harness asks, against a child in C that costs next to nothing, and how its CPU time compares with that
 * of an implementation in Node. The rows for C are missing where there is no compiler.
 */
export async function benchHarness(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-conformance-bench-'));
  try {
    const corpus = exampleTasks();
    return [...(await benchEcho(folder, corpus)), ...(await benchNode(folder, corpus))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchEcho(folder: string, corpus: readonly Task[]): Promise<BenchRow[]> {
  const program = join(folder, 'echo');
  if (!compiles('bench/echo.c', program)) return [];
  const [first] = corpus;
  if (first === undefined) throw new Error('there are no example tasks');
  const cases = repeat(corpus, CASES, first.normal);
  const base = await best(() => Promise.resolve(rateOfFloor(cases)));
  const pipelined = await best(() => rateOfRun([program, first.normal, '256'], cases));
  const lockStep = await best(() => rateOfRun([program, first.normal, '1'], cases.slice(0, LOCK_STEP_CASES)));
  return [
    {
      name: 'live, pipelined, against an echoing C child',
      value: pipelined / base,
      unit: '× floor rate',
      budget: { min: 0.15 },
    },
    { name: 'the same, in cases per second', value: pipelined, unit: 'cases/s' },
    { name: 'the same, lock-step', value: lockStep, unit: 'cases/s' },
    { name: 'pipelined against lock-step', value: pipelined / lockStep, unit: '×' },
  ];
}

async function benchNode(folder: string, corpus: readonly Task[]): Promise<BenchRow[]> {
  const cpu = join(folder, 'cpu');
  const report = `import{writeFileSync}from'node:fs';process.on('exit',()=>{const{user,system}=process.cpuUsage();writeFileSync(${JSON.stringify(cpu)},String(user+system))})`;
  const hook = join(folder, 'hook.mjs');
  writeFileSync(hook, report);
  const node = [process.execPath, ...process.execArgv, '--import', pathToFileURL(hook).href];
  const command = [...node, 'conformance/main.ts', 'adapter'];
  const cases = repeat(corpus, CASES);
  // Starting the adapter costs the child CPU time that has nothing to do with the cases.
  await certify(command, cases.slice(0, 1));
  const starting = Number(readFileSync(cpu, 'utf8'));
  const before = process.cpuUsage();
  await certify(command, cases);
  const { user, system } = process.cpuUsage(before);
  const child = Number(readFileSync(cpu, 'utf8')) - starting;
  return [
    {
      name: 'harness CPU / child CPU, live certify of the reference',
      value: (user + system) / child,
      unit: '×',
    },
    { name: 'harness CPU, live certify of the reference', value: (user + system) / CASES, unit: 'µs/case' },
  ];
}

interface Task {
  readonly json: string;
  readonly normal: string;
}

function exampleTasks(): Task[] {
  const names = readdirSync(TASKS).filter((name) => name.endsWith('.dstack.yml'));
  return names.map((name) => {
    const reading = readYaml(readFileSync(join(TASKS, name), 'utf8'));
    const document = reading.kind === 'read' ? reading.document : undefined;
    const json = documentJson(document);
    const verdict = interpret(document);
    if (json === undefined || verdict.kind === 'rejected') throw new Error(`${name} is no task`);
    return { json, normal: stringifyNormal(verdict.normal) };
  });
}

/** So many cases; what is expected of each is its meaning, or the same for all. */
function repeat(corpus: readonly Task[], count: number, expected?: string): TestCase[] {
  return Array.from({ length: Math.ceil(count / corpus.length) }, () => corpus)
    .flat()
    .slice(0, count)
    .map(({ json, normal }, index) => ({
      id: `bench/${index}`,
      input: { kind: 'json', text: json },
      expected: { kind: 'accepted', normal: expected ?? normal },
      requirements: ['type/task'],
    }));
}

function rateOfFloor(cases: readonly TestCase[]): number {
  const texts = cases.map(({ input }) => input.text);
  const start = performance.now();
  if (floor(texts) === 0) throw new Error('nothing was measured');
  return (cases.length * 1000) / (performance.now() - start);
}

/** Cases per second, starting the child included. */
async function rateOfRun(command: readonly string[], cases: readonly TestCase[]): Promise<number> {
  const { signal } = new AbortController();
  let passed = 0;
  const start = performance.now();
  await runCases(
    { ...DEFAULTS, command, run: `bench-${process.pid}`, suite: SUITE, spec: SPEC, signal },
    {
      started: () => ({ cases, maxRestarts: 0 }),
      result: ({ outcome }) => {
        if (outcome.kind === 'pass') passed += 1;
      },
      fault: ({ message }) => {
        throw new Error(message);
      },
      note: () => undefined,
    },
  );
  if (passed !== cases.length) throw new Error(`${passed} of ${cases.length} cases passed`);
  return (cases.length * 1000) / (performance.now() - start);
}

async function certify(command: readonly string[], cases: readonly TestCase[]): Promise<void> {
  const { footer } = await certifyProgram({ command, cases, requirements: [] });
  if (footer.counts.pass !== cases.length)
    throw new Error(`the reference is ${footer.grade}: ${footer.reasons.join(', ')}`);
}

async function best(measure: () => Promise<number>): Promise<number> {
  let highest = 0;
  for (let round = 0; round < ROUNDS; round += 1) highest = Math.max(highest, await measure());
  return highest;
}

function compiles(source: string, program: string): boolean {
  try {
    execFileSync('cc', ['-O2', '-o', program, source], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
