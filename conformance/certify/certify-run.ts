import { readFile } from 'node:fs/promises';
import type { LogLine } from '../../spec/generated/event-log.ts';
import { jsonReport } from '../../reports/json.ts';
import { Summarizer } from '../../reports/summary.ts';
import { renderTerminal } from '../../reports/terminal.ts';
import { writeAtomically } from '../atomic-write.ts';
import { readBaseline, type Baseline } from '../baseline/baseline-file.ts';
import { updateBaseline } from '../baseline/baseline.ts';
import { bundledAdapter } from '../adapter/bundled-adapter.ts';
import type { TestCase } from '../case/case.ts';
import { certifyProgram, type CertifyOptions, type RunResult } from './certify.ts';
import type { CertifyFlags } from '../commands/certify.ts';
import { openLog, type LogFile } from '../log/event-log.ts';
import { exampleCases } from '../case/example-cases.ts';
import { colorsFor } from '../reading/excerpt.ts';
import { interruptSignal } from '../interrupt.ts';
import { progressOn } from '../progress.ts';
import { allTopics, type Filter } from '../case/topic.ts';

const USAGE = 2;

/** The command `certify`: prints the report, and gives the exit code. */
export async function runCertify(command: readonly string[], flags: CertifyFlags): Promise<number> {
  const setup = await prepare(flags);
  if (setup.kind === 'refused') {
    process.stderr.write(`${setup.errors.join('\n')}\n`);
    return USAGE;
  }
  const { baseline, log } = setup;
  const summarizer = new Summarizer();
  const interrupt = interruptSignal();
  const progress = progressOn(process.stderr);
  const cases = exampleCases();
  const result = await certifyProgram({
    ...optionsOf(flags),
    command: command.length === 0 ? bundledAdapter() : command,
    cases,
    signal: interrupt.signal,
    onLine: (text) => {
      log?.append(text);
      // The lines were just written by this very program.
      summarizer.add(JSON.parse(text) as LogLine);
    },
    onResult: progress.update,
    ...(baseline === undefined ? {} : { baseline }),
  });
  progress.clear();
  interrupt.release();
  log?.close();
  const summary = summarizer.summary();
  const report =
    flags.json === true
      ? `${JSON.stringify(jsonReport(summary))}\n`
      : renderTerminal(summary, colorsFor(process.stdout));
  process.stdout.write(report);
  return flags.updateBaseline === true && baseline !== undefined
    ? rewrite(baseline, cases, result)
    : result.exitCode;
}

type Setup =
  | { readonly kind: 'ready'; readonly baseline: Baseline | undefined; readonly log: LogFile | undefined }
  | { readonly kind: 'refused'; readonly errors: readonly string[] };

async function prepare(flags: CertifyFlags): Promise<Setup> {
  const unknown = flags.topic?.filter((topic) => !allTopics().includes(topic)) ?? [];
  if (unknown.length > 0)
    return refused(`there is no topic ${unknown.join(', ')}; the topics are ${allTopics().join(', ')}`);
  if (flags.updateBaseline === true && flags.baseline === undefined)
    return refused('--update-baseline needs --baseline FILE');
  const reading = flags.baseline === undefined ? undefined : await readBaselineFile(flags.baseline, flags);
  if (reading?.kind === 'refused') return reading;
  try {
    const log = flags.log === undefined ? undefined : openLog(flags.log);
    return { kind: 'ready', baseline: reading?.baseline, log };
  } catch (error) {
    return refused(`the log can't be written: ${reasonOf(error)}`);
  }
}

async function readBaselineFile(path: string, flags: CertifyFlags): Promise<ReturnType<typeof readBaseline>> {
  try {
    return readBaseline(path, await readFile(path, 'utf8'));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isMissing && flags.updateBaseline === true) return readBaseline(path, '');
    return { kind: 'refused', errors: [`the baseline can't be read: ${reasonOf(error)}`] };
  }
}

function optionsOf(flags: CertifyFlags): Omit<CertifyOptions, 'command' | 'cases'> {
  const filter: Filter = {
    ...(flags.topic === undefined ? {} : { topics: flags.topic }),
    ...(flags.level === undefined ? {} : { level: flags.level }),
  };
  return {
    filter,
    jobs: flags.jobs,
    timeoutMs: flags.timeout * 1000,
    startupTimeoutMs: flags.startupTimeout * 1000,
    ...(flags.plain === true ? { plain: flags.input ?? 'yaml' } : {}),
    ...(flags.maxRestarts === undefined ? {} : { maxRestarts: flags.maxRestarts }),
  };
}

/** An interrupted run, or one that could not run, says nothing about what still fails: it leaves the baseline alone. */
async function rewrite(baseline: Baseline, cases: readonly TestCase[], result: RunResult): Promise<number> {
  if (result.diagnosis !== undefined) {
    process.stderr.write(`the baseline was not updated: ${result.diagnosis}\n`);
    return result.exitCode;
  }
  await writeAtomically(baseline.file, updateBaseline(baseline, cases, result.results));
  process.stderr.write(`updated ${baseline.file}\n`);
  return result.grade === 'incomplete' || result.faults.length > 0 ? result.exitCode : 0;
}

function refused(...errors: string[]): Setup {
  return { kind: 'refused', errors };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
