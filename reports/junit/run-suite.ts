import type { Summary } from '../summary.ts';
import { PASSED, type TestEntry, type TestSuite } from './test-result.ts';

const NAME = 'the run as a whole';
/** The exit code of a run that is graded and not good enough. Others than this and 0 say that something is missing. */
const EXIT_FAILED = 1;

/** Returns a suite about everything besides the cases. */
export function runSuite(summary: Summary, others: readonly TestSuite[]): TestSuite {
  const tests = [...faultTests(summary), ...baselineTests(summary), ...soundnessTests(summary)];
  const isTold = [...others, { tests }].some((suite) => suite.tests.some(isFailed));
  return { name: NAME, tests: [completeness(summary, isTold), ...tests] };
}

function isFailed({ result: { kind } }: TestEntry): boolean {
  return kind === 'failure' || kind === 'error';
}

/** The test that is an error where something is missing, and where no other test says why the exit code is not 0. */
function completeness({ verdict }: Summary, isTold: boolean): TestEntry {
  const { grade, reasons, exitCode } = verdict;
  const isGood = exitCode === 0 || (exitCode === EXIT_FAILED && isTold);
  const message = [grade, ...reasons].join(': ');
  const text = [`exit code ${exitCode}`, ...reasons].join('\n');
  return {
    name: 'the run is complete',
    result: isGood ? PASSED : { kind: 'error', type: grade, message, text },
  };
}

function faultTests({ faults, verdict }: Summary): TestEntry[] {
  const kind = verdict.exitCode === 0 ? 'skipped' : 'error';
  return faults.map(({ fault, message, cases, stderr = '' }, index) => ({
    name: `fault ${index + 1}: ${fault}`,
    result: {
      kind,
      type: fault,
      message: `outside of a single case: ${message}`,
      text: [message, ...cases.map((id) => `in flight: ${id}`), stderr].join('\n').trimEnd(),
    },
  }));
}

function baselineTests({ footer, verdict }: Summary): TestEntry[] {
  if (footer === undefined || footer.baseline === null) return [];
  const { file, unlisted, stale } = footer.baseline;
  const kind = verdict.exitCode === 0 ? 'skipped' : 'failure';
  const entries = stale.map(({ line, entry, why }) => ({
    name: `baseline line ${line}: ${entry}`,
    result: {
      kind,
      type: why,
      message: `${file}:${line}: ${entry} ${why}: delete the entry`,
      text: '',
    } as const,
  }));
  const message = `${unlisted} failures or unsupported cases that ${file} does not list`;
  return [
    {
      name: 'the baseline lists every failure',
      result: unlisted === 0 ? PASSED : { kind, type: 'unlisted', message, text: '' },
    },
    ...entries,
  ];
}

function soundnessTests({ integrity }: Summary): TestEntry[] {
  if (integrity === undefined) return [];
  const { count, kept } = integrity;
  const message = `the log is not what the suite writes: ${count} differences`;
  const flawed = { kind: 'error', type: 'unsound', message, text: kept.join('\n') } as const;
  return [{ name: 'the log is what the suite writes', result: count === 0 ? PASSED : flawed }];
}
