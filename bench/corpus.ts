import { caseStream, testsOf } from '../conformance/case/generated-cases.ts';
import { SUITE_SEED } from '../conformance/case/suite-cases.ts';
import type { TestCase } from '../conformance/case/case.ts';
import { certifyProgram, settingsOf } from '../conformance/certify/certify.ts';
import type { CaseResult } from '../conformance/judge/outcome.ts';
import { openLog } from '../conformance/log/event-log.ts';
import type { RunnerSettings } from '../conformance/runner/run.ts';
import { runCases } from '../conformance/runner/runner.ts';
import { Summarizer } from '../reports/summary.ts';
import { keepingLines } from '../conformance/certify/keeping-lines.ts';
import { EDITION } from '../conformance/testing/edition.ts';

/** Returns the first generated cases of a certificate, valid and invalid ones, as JSON. */
export function generatedCorpus(count: number): TestCase[] {
  const cases: TestCase[] = [];
  const stream = caseStream({ edition: EDITION, seed: SUITE_SEED, inputs: ['json'] });
  while (cases.length < count) {
    const { value } = stream.next();
    if (value !== undefined) cases.push(...testsOf(EDITION, value, ['json']));
  }
  return cases;
}

/** Does the same as the command `certify`: asks, judges, logs into a file, and adds up. All cases must pass. */
export async function certify(
  command: readonly string[],
  cases: readonly TestCase[],
  logFile: string,
): Promise<readonly CaseResult[]> {
  const log = openLog(logFile);
  const onLine = keepingLines(new Summarizer(), log);
  const results: CaseResult[] = [];
  const { footer } = await certifyProgram({
    edition: EDITION,
    command,
    cases,
    onLine,
    onResult: (result) => results.push(result),
    generated: 'known',
  });
  log.close();
  if (footer.counts.pass !== cases.length)
    throw new Error(`not all cases passed: ${footer.reasons.join(', ')}`);
  return results;
}

/**
 * Asks and judges prepared cases without writing anything. All must pass. Returns the milliseconds that don't count,
 * which are none.
 */
export async function ask(command: readonly string[], cases: readonly TestCase[]): Promise<number> {
  let passed = 0;
  await runCases(benchSettings(command), {
    started: () => ({ cases, maxRestarts: 0 }),
    result: ({ outcome }) => {
      if (outcome.kind === 'pass') passed += 1;
    },
    fault: ({ message }) => {
      throw new Error(message);
    },
    note: () => undefined,
  });
  if (passed !== cases.length) throw new Error(`${passed} of ${cases.length} cases passed`);
  return 0;
}

export function benchSettings(command: readonly string[]): RunnerSettings {
  return { ...settingsOf({ edition: EDITION }, `bench-${process.pid}`), command };
}
