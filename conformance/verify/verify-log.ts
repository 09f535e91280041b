import { Summarizer, type Summary } from '../../reports/summary.ts';
import type { FooterLine, LogLine } from '../../spec/generated/event-log.ts';
import type { TestCase } from '../case/case.ts';
import type { RunSums } from '../certify/run-sums.ts';
import { declaredEdition } from '../declared/declared-edition.ts';
import type { Edition } from '../edition.ts';
import { editionWithId } from '../editions/find-edition.ts';
import { EDITIONS, type Register } from '../editions/register.ts';
import { EXIT_CODES } from '../judge/grade.ts';
import { readLogLine } from '../log/event-log.ts';
import { firstReading, type FirstReading } from './first-reading.ts';
import { Flaws } from './flaws.ts';
import { findIn } from './logged-find.ts';
import type { LogText } from './log-text.ts';
import { Rewriter } from './rewriter.ts';
import { RowSet } from './row-set.ts';
import { runOfHeader, type RunOfHeader } from './run-of-header.ts';

/** What a log is evidence of, once this suite has made the corpus anew and has judged every answer again. */
export interface VerifiedLog {
  /** The number of lines that are events. */
  readonly events: number;
  /** The run; undefined for a log without a readable header. */
  readonly run: RunOfHeader | undefined;
  /** The number of lines. */
  readonly rows: number;
  /** The number of cases that the run asked and that were judged again. */
  readonly asked: number;
  /** The lines of cases that are, byte for byte, those that this suite writes. */
  readonly sound: RowSet;
  /** The report of the run, from the results judged again. */
  readonly summary: Summary;
  /** The end of the run, as this suite writes it; undefined for a log without one. */
  readonly ended: FooterLine | undefined;
  /** What the run adds up to, from the results judged again; undefined for a log without a readable header. */
  readonly sums: RunSums | undefined;
  /** Everything that the suite would not have written. */
  readonly flaws: Flaws;
}

/** What listeners are told while a log is verified. */
export interface VerifyEvents {
  /** Receives each line of the second record. */
  readonly onLine?: (line: LogLine) => void;
  /** Receives the number of each line that was judged again, and that of the last line. */
  readonly onRow?: (row: number, rows: number) => void;
}

/**
 * Verifies a log. The run is recorded a second time from what the log gives evidence of, and every line must be the one
 * that this suite writes then. So a log can't claim an outcome, a count or a grade that its answers do not bear out.
 */
export async function verifyLog(
  log: LogText,
  editions: Register = EDITIONS,
  { onLine, onRow }: VerifyEvents = {},
): Promise<VerifiedLog> {
  const flaws = new Flaws();
  if (log.encoding !== 'utf8') flaws.add('it is UTF-16, and a log is UTF-8');
  const first = firstReading(log);
  const { header, footer, finds, rows } = first;
  const summarizer = new Summarizer();
  if (header === undefined) return unread(log, summarizer, flaws, 'it has no header');
  const named = editionWithId(editions, header.spec);
  if (named.kind === 'unknown') return unread(log, summarizer, flaws, named.reason);
  const edition = declaredEdition(await named.edition.load(), {
    fields: header.fields?.declared,
    answers: header.answers,
  });
  const run = runOfHeader(edition, header, findsIn(edition, finds, flaws), footer !== undefined);
  const sink = {
    add: (line: LogLine) => {
      summarizer.add(line);
      onLine?.(line);
    },
  };
  const rewriter = new Rewriter(run, first, sink, flaws);
  for (const row of log.rows()) {
    rewriter.read(row);
    onRow?.(row.number, first.rows);
  }
  rewriter.end();
  const { events, asked, sound } = rewriter;
  if (rewriter.footer !== undefined && flaws.count > 0) summarizer.add(unproven(rewriter.footer, flaws));
  const record = { events, asked, sound, sums: rewriter.sums(), ended: rewriter.footer };
  return { ...record, rows, run, summary: summarizer.summary(flaws.found), flaws };
}

/** Returns the end of a run whose log is not to be believed. */
function unproven(footer: FooterLine, { count }: Flaws): FooterLine {
  const reason = `the log is not what the suite writes: ${count === 1 ? '1 difference' : `${count} differences`}`;
  return { ...footer, grade: 'incomplete', reasons: [reason], exitCode: EXIT_CODES.incomplete };
}

function findsIn(edition: Edition, lines: FirstReading['finds'], flaws: Flaws): TestCase[] {
  const finds: TestCase[] = [];
  for (const { row, line } of lines) {
    const find = findIn(edition, line);
    if (typeof find === 'string') flaws.add(`line ${row.number}: the find ${line.case} ${find}`);
    else finds.push(find);
  }
  return finds;
}

/** Adds up the lines of a log as they are, because this suite does not know what the run asked. */
function unread(log: LogText, summarizer: Summarizer, flaws: Flaws, why: string): VerifiedLog {
  flaws.add(why);
  let events = 0;
  let rows = 0;
  for (const row of log.rows()) {
    rows = row.number;
    const line = readLogLine(row.text);
    if (line === undefined) flaws.add(`line ${row.number} is no event`);
    else events += 1;
    if (line !== undefined && line.event !== 'footer') summarizer.add(line);
  }
  return {
    events,
    rows,
    run: undefined,
    ended: undefined,
    sums: undefined,
    asked: 0,
    sound: new RowSet(),
    summary: summarizer.summary(flaws.found),
    flaws,
  };
}
