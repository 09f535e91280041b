import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestCase } from '../../conformance/case/case.ts';
import { settingsOf } from '../../conformance/certify/certify.ts';
import { describeOutcome, type CaseResult } from '../../conformance/judge/outcome.ts';
import { runCases } from '../../conformance/runner/runner.ts';
import type { Mutant } from './mutant.ts';
import { EDITION } from '../../conformance/testing/edition.ts';

/** The trial of a mutant. `how` is a line for people: the first failure, or the reason why it can't run. */
export interface Trial {
  readonly kind: 'caught' | 'survived' | 'not-viable';
  readonly how: string;
}

export interface Setup {
  readonly python: string;
  /** The program's folder, and the file in it that is run. */
  readonly folder: string;
  readonly main: string;
  /** The cases that `certify` asks by default. */
  readonly cases: readonly TestCase[];
  /** Aborting this signal ends a trial early. Its result is then worth nothing. */
  readonly signal: AbortSignal;
}

/** Certifies a mutant in a temporary folder, up to its first failure. */
export async function tryMutant(setup: Setup, mutant: Pick<Mutant, 'file' | 'text'>): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-conformance-mutant-'));
  try {
    cpSync(setup.folder, folder, { recursive: true });
    writeFileSync(join(folder, mutant.file), mutant.text);
    return await certifyIn(folder, setup);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function certifyIn(folder: string, { python, main, cases, signal }: Setup): Promise<Trial> {
  const enough = new AbortController();
  let failure: string | undefined;
  let asked = 0;
  let passed = 0;
  function fail(how: string): void {
    failure ??= how;
    enough.abort();
  }
  // With -E, Python ignores its settings in the environment.
  const command = [python, '-E', '-B', join(folder, main)];
  const settings = settingsOf(
    { edition: EDITION, signal: AbortSignal.any([signal, enough.signal]) },
    randomUUID(),
  );
  // One failure is enough, so no failure is asked again.
  const end = await runCases(
    { ...settings, command, isFamiliar: () => true },
    {
      started: ({ inputs }) => {
        const taken = cases.filter(({ input }) => inputs.includes(input.kind));
        asked = taken.length;
        return { cases: taken, maxRestarts: 1 };
      },
      result: (result) => {
        if (result.outcome.kind === 'pass') passed += 1;
        else fail(describeResult(result));
      },
      fault: ({ kind, message }) => {
        fail(`${kind}: ${message}`);
      },
      note: () => undefined,
    },
  );
  if (end.introduction === undefined)
    return unstarted(folder, python, main, end.stopped ?? 'it did not start');
  const how = failure ?? end.stopped;
  if (how !== undefined) return { kind: 'caught', how };
  return passed === asked && asked > 0
    ? { kind: 'survived', how: `${passed} cases passed` }
    : { kind: 'caught', how: `only ${passed} of ${asked} cases passed` };
}

/**
 * Returns the trial of a program that did not start. A program that Python can't load is no mutant; one that loads but
 * does not shake hands is caught.
 */
function unstarted(folder: string, python: string, main: string, diagnosis: string): Trial {
  const load = `import sys; sys.path.insert(0, ${JSON.stringify(folder)}); import ${main.replace(/\.py$/, '')}`;
  const { status } = spawnSync(python, ['-B', '-c', load], { stdio: 'ignore', timeout: 20_000 });
  return { kind: status === 0 || status === null ? 'caught' : 'not-viable', how: diagnosis };
}

function describeResult({ test, outcome }: CaseResult): string {
  const broken = outcome.kind === 'fail' ? ` [${outcome.requirements.join(' ')}]` : '';
  return `${test.id}${broken} ${describeOutcome(outcome)}`;
}
