import { randomUUID } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { total } from '../../../reports/summary.ts';
import { visible, visibleJson } from '../../../reports/visible.ts';
import { settingsOf } from '../../certify/certify.ts';
import type { CertifySettings } from '../../certify/certify-options.ts';
import { EXIT_CODES, EXIT_INTERRUPTED } from '../../judge/grade.ts';
import { count, emptyTally } from '../../judge/tally.ts';
import type { RunOfHeader } from '../../verify/run-of-header.ts';
import { soundAnswers } from '../../verify/sound-lines.ts';
import { askAndReport, type Output } from '../certify/ask-and-report.ts';
import { askedAgain, type EarlierRun } from './asked-again.ts';
import { Changes, changesText } from './changes.ts';
import { exitCodeOfReplay } from './exit-code.ts';
import type { PlainProgram, Replayable } from './replayable.ts';

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

/** The limits of a replay, and how a program is asked if its log doesn't say it. */
export type ReplayOptions = Omit<CertifySettings, 'edition' | 'cases'> & { readonly plain: PlainProgram };

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
  const { run, flaws, summary } = earlier;
  const confirmed = await confirmedBy(earlier, replayable, options);
  printConfirmed(earlier, confirmed, output);
  const flawed = flaws.count > 0 ? EXIT_CODES.incomplete : undefined;
  const isAll = summary.footer?.corpus.whole === true && confirmed === total(summary.counts);
  if (isAll && flawed === undefined && output.log === undefined) return 0;
  const changes = new Changes();
  const tally = emptyTally();
  const { plain, ...limits } = options;
  const result = await askAndReport(
    replayable.asked({ ...plain, ...plainIn(run) }),
    {
      ...limits,
      ...questionsOf(run),
      asking: (cases, record) => askedAgain(earlier, { cases, confirmed, record, changes }),
      onResult: (each) => {
        count(tally, each);
        changes.now(each);
      },
    },
    output,
  );
  process.stderr.write(changesText(changes));
  if (result.exitCode === EXIT_INTERRUPTED) return EXIT_INTERRUPTED;
  return flawed ?? exitCodeOfReplay(result, tally, changes.isWorse);
}

/** Returns the number of passed cases, from the first one on, that are answered as before, byte for byte. */
async function confirmedBy(
  earlier: EarlierRun,
  { play }: Replayable,
  options: ReplayOptions,
): Promise<number> {
  if (earlier.run.header.mode === 'plain') return 0;
  const settings = settingsOf({ ...options, edition: earlier.run.edition }, randomUUID());
  const { confirmed } = await play(settings, soundAnswers(earlier.text, earlier.sound));
  return confirmed;
}

function printConfirmed(earlier: EarlierRun, confirmed: number, { json }: Output): void {
  const { run, started } = earlier.run.header;
  const { asked: of, flaws } = earlier;
  process.stdout.write(
    json === true
      ? `${visibleJson({ confirmed, of, run, started, differences: flaws.count, first: flaws.kept })}\n`
      : `${confirmed} of ${of} answers are byte for byte those of the run ${visible(run)} of ${visible(started)}\n\n`,
  );
}

/** Returns the options that ask what the earlier run asked. */
function questionsOf({ edition, cases, finds, filter, shard, seed, requirements, generated }: RunOfHeader) {
  return {
    edition,
    cases,
    finds,
    filter,
    generated,
    ...(shard === undefined ? {} : { shard }),
    ...(seed === undefined ? {} : { seed }),
    ...(requirements === undefined ? {} : { requirements }),
  };
}

/** Returns how a run in plain mode asked its program, or nothing for other runs. */
function plainIn({ header }: RunOfHeader): PlainProgram {
  const [input] = header.inputs;
  return header.mode === 'plain' && input !== undefined
    ? { plain: input, verdicts: header.answers === 'verdicts' }
    : {};
}
