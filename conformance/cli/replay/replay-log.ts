import { randomUUID } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import type { InputKind } from '../../../spec/generated/protocol.ts';
import { visible, visibleJson } from '../../../reports/visible.ts';
import { settingsOf } from '../../certify/certify.ts';
import type { CertifySettings } from '../../certify/certify-options.ts';
import { EXIT_CODES, EXIT_INTERRUPTED } from '../../judge/grade.ts';
import type { CaseResult } from '../../judge/outcome.ts';
import { tapeOf } from '../../replay/tape.ts';
import { chosenOf, type RunOfHeader } from '../../verify/run-of-header.ts';
import type { VerifiedLog } from '../../verify/verify-log.ts';
import { askAndReport, type Output } from '../certify/ask-and-report.ts';
import { changesBetween, changesText } from './changes.ts';
import { exitCodeOfReplay } from './exit-code.ts';
import type { Replayable } from './replayable.ts';

/** An earlier run, from its log. */
export interface EarlierRun extends VerifiedLog {
  readonly run: RunOfHeader;
}

/** Only the beginning of a file, this many bytes, is searched for a line of a log. */
const SEARCHED = 4 * 1024 * 1024;
/** Matches a line of a log, even in a file whose bytes are spoilt. */
const LOG_LINE = /^[^{\n]{0,8}\{[ \t]*"event"[ \t]*:[ \t]*"/m;

/** Returns whether a file looks like an event log, also like a damaged one. */
export async function isLog(path: string): Promise<boolean> {
  try {
    if (!(await stat(path)).isFile()) return false;
    const file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SEARCHED)).finally(() => file.close());
    return LOG_LINE.test(buffer.toString('latin1', 0, bytesRead).replaceAll('\0', ''));
  } catch {
    return false;
  }
}

/** Returns the results of the cases that the earlier run asked. */
export function askedIn({ results }: VerifiedLog): readonly CaseResult[] {
  return results.filter(({ outcome }) => outcome.kind !== 'not-run');
}

/** The limits of a replay, and the kind of input of a program that is to be asked without an adapter. */
export type ReplayOptions = Omit<CertifySettings, 'edition' | 'cases'> & {
  readonly plain: InputKind | undefined;
};

/**
 * Replays a run: cases that passed are compared byte for byte as far as possible, and all other cases of the corpus
 * are asked and judged. Returns the exit code.
 */
export async function replayRun(
  earlier: EarlierRun,
  replayable: Replayable,
  options: ReplayOptions,
  output: Output,
): Promise<number> {
  const { run, results, flaws } = earlier;
  const confirmed = await confirmedBy(earlier, replayable, options);
  printConfirmed(earlier, confirmed.length, output);
  const flawed = flaws.count > 0 ? EXIT_CODES.incomplete : undefined;
  if (confirmed.length === chosenOf(run).length && output.log === undefined) return flawed ?? 0;
  const { plain, ...limits } = options;
  const implementation = replayable.asked(plainIn(run) ?? plain);
  const result = await askAndReport(implementation, { ...limits, ...questionsOf(run), confirmed }, output);
  const changes = changesBetween(results, result.results);
  process.stderr.write(changesText(changes));
  if (result.exitCode === EXIT_INTERRUPTED) return EXIT_INTERRUPTED;
  return flawed ?? exitCodeOfReplay(result, changes);
}

/** Returns the results of the cases, from the first one on, that are answered as before, byte for byte. */
async function confirmedBy(
  { run, results }: EarlierRun,
  { play }: Replayable,
  options: ReplayOptions,
): Promise<readonly CaseResult[]> {
  if (run.header.mode === 'plain') return [];
  const tape = tapeOf(results);
  const settings = settingsOf({ ...options, edition: run.edition }, randomUUID());
  const { confirmed } = await play(settings, tape);
  const same = new Set(tape.cases.slice(0, confirmed));
  return results.filter(({ test }) => same.has(test));
}

function printConfirmed(earlier: EarlierRun, confirmed: number, { json }: Output): void {
  const { run, started } = earlier.run.header;
  const { length: of } = askedIn(earlier);
  const { kept, count } = earlier.flaws;
  process.stdout.write(
    json === true
      ? `${visibleJson({ confirmed, of, run, started, differences: count, first: kept })}\n`
      : `${confirmed} of ${of} answers are byte for byte those of the run ${visible(run)} of ${visible(started)}\n\n`,
  );
}

/** Returns the options that ask what the earlier run asked. */
function questionsOf({ edition, cases, finds, filter, seed, requirements, generated }: RunOfHeader) {
  return {
    edition,
    cases,
    finds,
    filter,
    generated,
    ...(seed === undefined ? {} : { seed }),
    ...(requirements === undefined ? {} : { requirements }),
  };
}

/** Returns the kind of input that each process of a run in plain mode was given. */
function plainIn({ header }: RunOfHeader): InputKind | undefined {
  return header.mode === 'plain' ? header.inputs[0] : undefined;
}
