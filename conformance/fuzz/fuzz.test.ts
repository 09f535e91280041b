import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseStream, testsOf } from '../case/generated-cases.ts';
import { readCorpus, saveFind } from '../corpus/corpus.ts';
import { builtProgram, type Program } from '../faulty/table/build-program.ts';
import { inProcessProgram } from '../faulty/table/in-process-program.ts';
import { findOf } from './failure.ts';
import type { FuzzOptions, FuzzResult, FuzzSettings } from './fuzz-options.ts';
import { fuzzImplementation, fuzzProgram } from './fuzz.ts';
import { EDITION } from '../testing/edition.ts';

let program: Program;
const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));

beforeAll(async () => {
  program = await builtProgram();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const SETTINGS = { edition: EDITION, seed: 1, limit: { kind: 'cases', count: 1000 } } as const;

/** Asks the faulty program with this name a thousand cases. The program `honest` is right. */
function fuzz(fault: string, options: Partial<FuzzOptions> = {}): Promise<FuzzResult> {
  return fuzzProgram({ ...SETTINGS, command: [...program, '--fault', fault], ...options });
}

/** Does the same in this process, for a program that is wrong about values alone. */
function fuzzHere(fault: string, options: Partial<FuzzSettings> = {}): Promise<FuzzResult> {
  const implementation = inProcessProgram(fault);
  if (implementation === undefined) throw new Error(`${fault} is wrong about more than values`);
  return fuzzImplementation(implementation, { ...SETTINGS, ...options });
}

function symptomsIn({ failures }: FuzzResult): string[] {
  return failures.map(({ symptom }) => `${symptom.kind} ${symptom.path}`).sort();
}

function textsIn({ failures }: FuzzResult): string[] {
  return failures.map(({ result }) => result.test.input.text);
}

describe('the cases', () => {
  it('are the same for the same seed, whatever else differs', async () => {
    const one = await fuzz('honest', { seed: 7 });
    const other = await fuzz('honest', { seed: 7, jobs: 2 });
    expect(one).toMatchObject({ grade: 'drop-in', exitCode: 0, asked: 1000, failures: [] });
    expect(other.digest).toBe(one.digest);
  });

  it('differ for another seed', async () => {
    const [one, other] = [await fuzz('honest', { seed: 1 }), await fuzz('honest', { seed: 2 })];
    expect(other.digest).not.toBe(one.digest);
  });

  it('are all about the topic that was asked for', async () => {
    const { tally } = await fuzz('honest', { topic: 'ports' });
    for (const id of ['ports/range', 'ports/format', 'ports/mapping', 'ports/object'] as const)
      expect(tally.exercised).toContain(id);
    expect(tally.exercised).not.toContain('gpu/text-once');
  });

  it('rest on the page alone at the documented level', async () => {
    const { tally } = await fuzz('honest', { level: 'documented' });
    expect(tally.exercised).toContain('ports/mapping');
    expect(tally.exercised).not.toContain('ports/object');
  });
});

describe('a failure', () => {
  it('is reported once, with the number of its cases', async () => {
    const { failures, tally, uncounted, exitCode } = await fuzzHere('default-stop-duration');
    expect(failures).toHaveLength(1);
    const [failure] = failures;
    expect(failure?.cause).toEqual(new Set(['stop_duration/default']));
    expect([failure?.count, uncounted, exitCode]).toEqual([tally.counts.fail, 0, 1]);
  });

  it('is distinguished from another failure of the same program', async () => {
    const result = await fuzzHere('accepts-port-65537-and-stops-late');
    expect(symptomsIn(result)).toContain('wrong-value /stop_duration');
    // One failure, whatever the place in a port that shows it.
    const ports = result.failures.filter(({ symptom }) => symptom.kind === 'accepted-invalid');
    expect(ports).toHaveLength(1);
    const places = ports.flatMap((failure) => failure.places);
    expect(places).toContain('/ports/*');
    expect(places.filter((place) => !place.startsWith('/ports/*'))).toEqual([]);
  });

  it('leaves the run conformant if it is about an observed value', async () => {
    const { grade, exitCode, failures } = await fuzzHere('terabyte-thousand');
    expect(failures.length).toBeGreaterThan(0);
    expect({ grade, exitCode }).toEqual({ grade: 'conformant', exitCode: 0 });
  });

  it('ends the run when enough failures were found', async () => {
    const limit = { kind: 'cases', count: 1_000_000 } as const;
    const { failures, asked, exitCode } = await fuzzHere('default-nodes', { limit, maxFailures: 1 });
    expect([failures.length, exitCode]).toEqual([1, 1]);
    expect(asked).toBeLessThan(limit.count);
  });

  it("is reported if it comes and goes, although it can't be shrunk", async () => {
    const limit = { kind: 'cases', count: 6 } as const;
    const { failures, exitCode } = await fuzz('answers-swapped', { limit, timeoutMs: 200 });
    expect(failures.length).toBeGreaterThan(0);
    expect(exitCode).toBe(1);
  });
});

describe('a crash on one exotic input, a port mapping with `*`', () => {
  it('inside a document of ten fields is shrunk to that one port', async () => {
    const { seed, fields } = seedOfLargeDocument(10);
    expect(fields).toBeGreaterThanOrEqual(10);
    const result = await fuzz('exits-on-open-port', { seed, maxFailures: 1 });
    expect(symptomsIn(result)).toEqual(['crash ']);
    expect(textsIn(result).map((text) => JSON.parse(text) as unknown)).toEqual([
      { type: 'task', ports: ['*:8000'], commands: ['python train.py'] },
    ]);
  });

  it('is also shrunk if it is a hang', async () => {
    const options = { timeoutMs: 200, topic: 'ports', maxFailures: 1 } as const;
    const result = await fuzz('hangs-on-open-port', options);
    expect(symptomsIn(result)).toEqual(['hang ']);
    expect(textsIn(result).map((text) => JSON.parse(text) as unknown)).toEqual([
      { type: 'task', ports: ['*:8000'], commands: ['python train.py'] },
    ]);
  });
});

describe('a program without an adapter', () => {
  it('is asked with a process per case, even for shrinking', async () => {
    const options = { plain: 'json', maxFailures: 1, limit: { kind: 'cases', count: 30 } } as const;
    const { failures, exitCode } = await fuzz('plain-default-stop-duration', options);
    const [failure] = failures;
    expect(JSON.parse(failure?.result.test.input.text ?? '{}')).toEqual({
      type: 'task',
      commands: ['python train.py'],
    });
    expect([failure?.symptom.path, exitCode]).toEqual(['/stop_duration', 1]);
  });
});

describe('a saved find', () => {
  it('is asked first and fails again, whatever the seed', async () => {
    const { failures } = await fuzzHere('accepts-port-65537', { topic: 'ports', maxFailures: 1 });
    const [failure] = failures;
    if (failure === undefined) throw new Error('nothing was found');
    await saveFind(folder, findOf(failure, 1));
    const { finds: corpus } = await readCorpus([folder]);
    const options = { corpus, seed: 99, limit: { kind: 'cases', count: 1 } } as const;
    const again = await fuzzHere('accepts-port-65537', options);
    expect(again.failures[0]).toMatchObject({ path: corpus[0]?.path, shrinking: { kind: 'saved' } });
    expect((await fuzz('honest', options)).failures).toEqual([]);
  });
});

describe('the time', () => {
  it('is long enough for the answers to all questions', async () => {
    const { asked, tally } = await fuzz('honest', { limit: { kind: 'time', ms: 3000 } });
    expect(tally.counts).toMatchObject({ pass: asked, 'not-run': 0 });
  });

  it('is kept to the second, even if failures wait for shrinking', async () => {
    const limit = { kind: 'time', ms: 2000 } as const;
    const { ms, asked } = await fuzz('accepts-everything', { limit });
    expect(asked).toBeGreaterThan(0);
    expect(ms).toBeGreaterThan(1000);
    expect(ms).toBeLessThan(3000);
  });
});

describe('a run', () => {
  it('keeps its program for shrinking alive after the last case was answered', async () => {
    const starts = join(folder, 'starts');
    const command = ['sh', '-c', `echo >> '${starts}'; exec "$@"`, 'sh', ...program];
    const fault = 'accepts-port-65537-and-stops-late';
    const { failures } = await fuzz('honest', { command: [...command, '--fault', fault] });
    const tries = failures.map(({ shrinking }) => (shrinking.kind === 'done' ? shrinking.tries : 0));
    expect(tries.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(20);
    // One process is asked the cases, and one is asked for shrinking.
    expect(readFileSync(starts, 'utf8')).toBe('\n\n');
  });

  it('is incomplete if the program could not be started again, even if the time is over meanwhile', async () => {
    const limit = { kind: 'time', ms: 3000 } as const;
    const options = { limit, topic: 'ports', timeoutMs: 300, maxRestarts: 2 } as const;
    const { grade, exitCode, diagnosis, ms } = await fuzz('hangs-on-open-port', options);
    // Shrinking the hang would take longer.
    expect(ms).toBeGreaterThan(2900);
    expect({ grade, exitCode }).toEqual({ grade: 'incomplete', exitCode: 3 });
    expect(diagnosis).toContain('--max-restarts');
  });

  it('is incomplete if the program does not exist', async () => {
    const { grade, exitCode, diagnosis } = await fuzz('honest', { command: ['/no/such/program'] });
    expect({ grade, exitCode }).toEqual({ grade: 'incomplete', exitCode: 3 });
    expect(diagnosis).toContain('could not be started');
  });

  it('reports the failures so far if it is interrupted', async () => {
    const controller = new AbortController();
    const { failures, exitCode } = await fuzz('default-nodes', {
      limit: { kind: 'time', ms: 60_000 },
      signal: controller.signal,
      onFailure: () => {
        controller.abort();
      },
    });
    expect([failures.length, exitCode]).toEqual([1, 130]);
  });
});

/** Returns a seed whose first document with such a port has at least this many fields. */
function seedOfLargeDocument(least: number): { readonly seed: number; readonly fields: number } {
  for (let seed = 1; ; seed += 1) {
    const stream = caseStream({ edition: EDITION, seed, inputs: ['json'] });
    for (let count = 0; count < 1000; count += 1) {
      const { value: made } = stream.next();
      const json = made === undefined ? undefined : testsOf(EDITION, made, ['json'])[0]?.input.text;
      if (json === undefined || !json.includes('"*:')) continue;
      const fields = Object.keys(JSON.parse(json) as object).length;
      if (fields >= least) return { seed, fields };
      break;
    }
  }
}
