import { readFile } from 'node:fs/promises';
import { Summarizer } from '../reports/summary.ts';
import type { LogLine } from '../spec/generated/event-log.ts';
import { writeAtomically } from './atomic-write.ts';
import { readBaseline, type Baseline } from './baseline-file.ts';
import { updateBaseline } from './baseline.ts';
import { certifyProgram, type CertifyOptions, type RunResult } from './certify.ts';
import type { CertifyCommandOptions } from './commands/certify.ts';
import { openLog, type LogFile } from './event-log.ts';
import { exampleCases } from './example-cases.ts';
import { isFailure } from './outcome.ts';
import { Progress } from './progress.ts';
import { printSummary } from './report-log.ts';
import { allTopics } from './topic.ts';

/** Certifies a program, prints the report and writes what was asked for; the exit code. */
export async function certify(command: readonly string[], options: CertifyCommandOptions): Promise<number> {
  const prepared = await prepare(options);
  if (typeof prepared === 'string') {
    process.stderr.write(`${prepared}\n`);
    return 2;
  }
  const { baseline, log } = prepared;
  const interruption = new AbortController();
  const onSignal = (): void => {
    interruption.abort();
  };
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const summarizer = new Summarizer();
  const result = await certifyProgram({
    ...settingsOf(command, options),
    ...(baseline === undefined ? {} : { baseline }),
    signal: interruption.signal,
    ...reporting(summarizer, log),
  });
  log?.close();
  process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  printSummary(summarizer.summary(), options);
  if (options.updateBaseline === true && baseline !== undefined) return writeBaseline(baseline, result);
  return result.exitCode;
}

/** The bundled reference in a process of its own, started as this one was. */
export function bundledAdapter(): readonly string[] {
  return [process.execPath, ...process.execArgv, process.argv[1] ?? '', 'adapter'];
}

interface Prepared {
  readonly baseline: Baseline | undefined;
  readonly log: LogFile | undefined;
}

/** Reads and opens what the options name; or says in one line why that is not possible. */
async function prepare(options: CertifyCommandOptions): Promise<Prepared | string> {
  const unknown = options.topic?.find((topic) => !allTopics().includes(topic));
  if (unknown !== undefined) return `There is no topic ${unknown}; the topics are ${allTopics().join(', ')}.`;
  if (options.updateBaseline === true && options.baseline === undefined) {
    return '--update-baseline needs --baseline FILE.';
  }
  const baseline = options.baseline === undefined ? undefined : await loadBaseline(options.baseline, options);
  if (typeof baseline === 'string') return baseline;
  try {
    return { baseline, log: options.log === undefined ? undefined : openLog(options.log) };
  } catch (error) {
    return `The log can't be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** A baseline that is about to be written may not exist yet. */
async function loadBaseline(file: string, options: CertifyCommandOptions): Promise<Baseline | string> {
  let text = '';
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing || options.updateBaseline !== true) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  const reading = readBaseline(file, text);
  return reading.kind === 'read' ? reading.baseline : reading.errors.join('\n');
}

function settingsOf(command: readonly string[], options: CertifyCommandOptions): CertifyOptions {
  const { plain, input, jobs, timeout, startupTimeout, maxRestarts, topic, level } = options;
  return {
    command: command.length === 0 ? bundledAdapter() : command,
    cases: exampleCases(),
    ...(plain === true ? { plain: input } : {}),
    ...(jobs === undefined ? {} : { jobs }),
    ...(timeout === undefined ? {} : { timeoutMs: timeout }),
    ...(startupTimeout === undefined ? {} : { startupTimeoutMs: startupTimeout }),
    ...(maxRestarts === undefined ? {} : { maxRestarts }),
    filter: {
      ...(topic === undefined ? {} : { topics: topic }),
      ...(level === undefined ? {} : { level }),
    },
  };
}

/** Every line of the log goes to the file as it comes, and into the report. */
function reporting(
  summarizer: Summarizer,
  log: LogFile | undefined,
): Pick<CertifyOptions, 'onLine' | 'onResult'> {
  const progress = new Progress();
  let failures = 0;
  return {
    onLine: (text) => {
      log?.append(text);
      // The line was made by this program, from the types of the schema.
      summarizer.add(JSON.parse(text) as LogLine);
      if (text.startsWith('{"event":"footer"')) progress.clear();
    },
    onResult: ({ outcome }, done, total) => {
      if (isFailure(outcome)) failures += 1;
      progress.show(`${done} of ${total} cases, ${failures} failures`);
    },
  };
}

/** The run passes by what the new baseline says: exactly the failures of this run are listed. */
async function writeBaseline(baseline: Baseline, result: RunResult): Promise<number> {
  if (result.grade === 'incomplete') {
    process.stderr.write('The baseline is left as it is: the run is incomplete.\n');
    return result.exitCode;
  }
  const cases = result.results.map(({ test }) => test);
  await writeAtomically(baseline.file, updateBaseline(baseline, cases, result.results));
  process.stderr.write(`wrote ${baseline.file}\n`);
  return 0;
}
