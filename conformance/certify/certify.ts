import { randomUUID } from 'node:crypto';
import { arch, platform } from 'node:process';
import type { FooterLine, HeaderLine } from '../../spec/generated/event-log.ts';
import { declarableNames } from '../declared/declared-fields.ts';
import { loggedDeclaration, withFields } from '../declared/declared-edition.ts';
import { declaredSettings } from './declared-settings.ts';
import type { Edition } from '../edition.ts';
import type { Grade } from '../judge/grade.ts';
import type { Introduction } from '../protocol/handshake.ts';
import type { RunFault } from '../judge/outcome.ts';
import { FamiliarFailures } from './familiar-failures.ts';
import { Recorder } from './recorder.ts';
import type { AskingSettings, Implementation } from '../runner/implementation.ts';
import { implementationOf } from '../runner/program.ts';
import { plannedEndIn } from '../runner/planned-end.ts';
import { INTERRUPTED, type RunnerEvents } from '../runner/run.ts';
import type { RunEnd } from '../runner/runner.ts';
import { describeFilter, requirementsForLog } from '../case/topic.ts';
import { containmentOf } from '../runner/containment-of.ts';
import { VERSION } from '../version.ts';
import { Soundness, type SuiteDefect } from '../soundness/suite-defect.ts';
import type { CertifyOptions, CertifySettings, OtherEdition } from './certify-options.ts';

export const SUITE = { name: 'dstack-conformance', version: VERSION } as const;

export interface RunResult {
  readonly grade: Grade;
  /**
   * The exit code: 0 drop-in or conformant, 1 non-conformant, 3 incomplete, 130 interrupted. With a baseline, the
   * baseline decides.
   */
  readonly exitCode: number;
  /** The reason why not all cases were asked; undefined if all were. */
  readonly diagnosis: string | undefined;
  /** The case about which two sources of truth disagree, which ended the run. The suite is wrong. */
  readonly defect: SuiteDefect | undefined;
  /** Faults that no single case reproduces. At most the first twenty are kept. */
  readonly faults: readonly RunFault[];
  /** The unique name of the run. Every process of the run had it in its environment. */
  readonly run: string;
  /** The edition that was certified. */
  readonly edition: Edition;
  readonly header: HeaderLine;
  readonly footer: FooterLine;
}

const DEFAULTS = {
  jobs: 1,
  timeoutMs: 5000,
  startupTimeoutMs: 10_000,
  maxMessageBytes: 16 * 1024 * 1024,
  maxWindow: 1024,
  maxCharsInFlight: 4 * 1024 * 1024,
} as const;

/**
 * Returns the number of allowed restarts. Finding a case that kills the program takes two starts, so the default is
 * enough for fifty such cases, or for one case in a hundred if there are many cases.
 */
function maxRestartsOf({ maxRestarts, cases, finds = [] }: CertifySettings): number {
  return maxRestarts ?? Math.max(100, Math.ceil((cases.length + finds.length) / 50));
}

/**
 * Asks a program all cases, judges and grades. It prints nothing, and never throws because of the program's behaviour.
 */
export function certifyProgram(options: CertifyOptions): Promise<RunResult> {
  return certifyImplementation(implementationOf(options), options);
}

/** Does the same for any implementation, such as a function in this process (`inProcess`). */
export async function certifyImplementation(
  implementation: Implementation,
  options: CertifySettings,
): Promise<RunResult> {
  const run = randomUUID();
  let recorder = new Recorder(options);
  let soundness = new Soundness(options.generated ?? 'new');
  const familiar = new FamiliarFailures();
  const { repeatBatch } = options;
  const settings = {
    ...settingsOf(options, run),
    ...(repeatBatch === undefined ? {} : { repeatBatch }),
    isFamiliar: familiar.has.bind(familiar),
  };
  const asked = { options, settings, implementation };
  const events: RunnerEvents = {
    started: (introduction) => {
      const declared = declaredSettings(options, withFields(introduction, options.fields));
      recorder = new Recorder(declared);
      soundness = new Soundness(declared.generated ?? 'new');
      recorder.begin(headerOf({ ...asked, options: declared }, introduction), introduction);
      const cases = options.asking?.(recorder.cases, recorder.result.bind(recorder)) ?? recorder.cases;
      return { cases: soundness.whileSound(cases), maxRestarts: maxRestartsOf(declared) };
    },
    result: (result) => {
      familiar.add(result);
      if (soundness.bears(result)) recorder.result(result);
    },
    fault: (fault) => {
      recorder.fault(fault);
    },
    note: (note) => {
      recorder.note(note);
    },
  };
  const ended = await implementation.askAll(settings, events);
  const other = ended.editions && (await options.otherEdition?.(ended.editions));
  if (other !== undefined) return certifyOther(implementation, options, other);
  const { defect } = soundness;
  const stopped = defect === undefined ? stoppedBy(ended, settings) : 'a defect of the suite';
  const end: RunEnd = stopped === undefined ? ended : { ...ended, stopped };
  const header = recorder.header ?? headerOf(asked, undefined);
  if (recorder.header === undefined) recorder.begin(header, undefined);
  const footer = recorder.finish(end);
  const { faults } = recorder;
  return {
    grade: footer.grade,
    exitCode: footer.exitCode,
    diagnosis: end.stopped,
    defect,
    faults,
    run,
    edition: options.edition,
    header,
    footer,
  };
}

/** Certifies an implementation for the edition that it answers for. It is not asked for a third one. */
function certifyOther(
  implementation: Implementation,
  options: CertifySettings,
  other: OtherEdition,
): Promise<RunResult> {
  return certifyImplementation(implementation, { ...options, ...other, otherEdition: none });
}

function none(): Promise<undefined> {
  return Promise.resolve(undefined);
}

/** Returns the reason why a run ended early. To the runner, a planned end is an interruption like any other. */
function stoppedBy({ stopped }: RunEnd, { signal }: AskingSettings): string | undefined {
  return stopped === INTERRUPTED ? (plannedEndIn(signal)?.message ?? stopped) : stopped;
}

/** Returns the settings for the runner, with the defaults. `run` is the unique name of the run. */
export function settingsOf(
  options: Pick<
    CertifySettings,
    'edition' | 'signal' | 'jobs' | 'timeoutMs' | 'startupTimeoutMs' | 'maxMessageBytes'
  >,
  run: string,
): AskingSettings {
  const { signal = new AbortController().signal } = options;
  const { jobs, timeoutMs, startupTimeoutMs, maxMessageBytes } = { ...DEFAULTS, ...options };
  const { maxWindow, maxCharsInFlight } = DEFAULTS;
  const limits = { jobs, timeoutMs, startupTimeoutMs, maxMessageBytes, maxWindow, maxCharsInFlight };
  const { id, grammar } = options.edition;
  return { run, suite: SUITE, spec: id, fields: declarableNames(grammar.fields), signal, ...limits };
}

interface AskedRun {
  readonly options: CertifySettings;
  readonly settings: AskingSettings;
  readonly implementation: Implementation;
}

function headerOf(
  { options, settings, implementation: { mode, command } }: AskedRun,
  introduction: Introduction | undefined,
): HeaderLine {
  const { cases, finds = [], filter = {}, shard, seed = null, require = 'conformant' } = options;
  const { jobs, timeoutMs, startupTimeoutMs } = settings;
  const implementation = introduction && nameOf(introduction);
  return {
    event: 'header',
    format: 1,
    run: settings.run,
    started: new Date().toISOString(),
    suite: SUITE,
    spec: settings.spec,
    seed,
    corpus: { generated: cases.generated ?? null, finds: finds.length },
    mode,
    command: [...command],
    inputs: [...(introduction?.inputs ?? [])],
    ...loggedDeclaration(options.edition),
    implementation: implementation ?? null,
    platform: { os: platform, arch, runtime: `node ${process.versions.node}` },
    containment: containmentOf(mode),
    limits: { jobs, timeoutMs, startupTimeoutMs, maxRestarts: maxRestartsOf(options) },
    ...(shard === undefined ? {} : { shard }),
    filter: describeFilter(filter) ?? null,
    require,
    requirements: requirementsForLog(options.edition.spec),
  };
}

function nameOf({ name, version, language }: Introduction): NonNullable<HeaderLine['implementation']> {
  return { name, version, language };
}
