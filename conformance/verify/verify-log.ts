import { Summarizer, type Summary } from '../../reports/summary.ts';
import type { CaseLine, FooterLine, HeaderLine } from '../../spec/generated/event-log.ts';
import { FIND_PREFIX, type TestCase } from '../case/case.ts';
import { declaredEdition } from '../declared/declared-edition.ts';
import type { Edition } from '../edition.ts';
import { editionWithId } from '../editions/find-edition.ts';
import { EDITIONS, type Register } from '../editions/register.ts';
import { EXIT_CODES } from '../judge/grade.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { readLogLine } from '../log/event-log.ts';
import { Flaws } from './flaws.ts';
import { findIn } from './logged-find.ts';
import { fromUtf16, rowsOf, type LogRow } from './log-rows.ts';
import { Rewriter } from './rewriter.ts';
import { runOfHeader, type RunOfHeader } from './run-of-header.ts';

/** What a log is evidence of, once this suite has made the corpus anew and has judged every answer again. */
export interface VerifiedLog {
  /** The number of lines that are events. */
  readonly events: number;
  /** The run; undefined for a log without a readable header. */
  readonly run: RunOfHeader | undefined;
  /** The results of the cases in the log, in the order of their lines, judged again. */
  readonly results: readonly CaseResult[];
  /** The report of the run, from the results. */
  readonly summary: Summary;
  /** Everything that the suite would not have written. */
  readonly flaws: Flaws;
}

/**
 * Verifies a log. The run is recorded a second time from what the log gives evidence of, and every line must be the one
 * that this suite writes then. So a log can't claim an outcome, a count or a grade that its answers do not bear out.
 */
export async function verifyLog(file: Buffer, editions: Register = EDITIONS): Promise<VerifiedLog> {
  const flaws = new Flaws();
  const other = fromUtf16(file);
  if (other !== undefined) flaws.add('it is UTF-16, and a log is UTF-8');
  const bytes = other ?? file;
  const { header, footer, finds } = firstReading(bytes);
  const summarizer = new Summarizer();
  if (header === undefined) return unread(bytes, summarizer, flaws, 'it has no header');
  const named = editionWithId(editions, header.spec);
  if (named.kind === 'unknown') return unread(bytes, summarizer, flaws, named.reason);
  const edition = declaredEdition(await named.edition.load(), {
    fields: header.fields?.declared,
    answers: header.answers,
  });
  const run = runOfHeader(edition, header, findsIn(edition, finds, flaws), footer !== undefined);
  const rewriter = new Rewriter(run, footer, summarizer, flaws);
  for (const row of rowsOf(bytes)) rewriter.read(row);
  rewriter.end();
  const { results, events } = rewriter;
  if (rewriter.footer !== undefined && flaws.count > 0) summarizer.add(unproven(rewriter.footer, flaws));
  return { events, run, results, summary: summarizer.summary(), flaws };
}

/** Returns the end of a run whose log is not to be believed. */
function unproven(footer: FooterLine, { count }: Flaws): FooterLine {
  const reason = `the log is not what the suite writes: ${count === 1 ? '1 difference' : `${count} differences`}`;
  return { ...footer, grade: 'incomplete', reasons: [reason], exitCode: EXIT_CODES.incomplete };
}

/** The parts of a log that must be known before its lines can be judged. */
interface FirstReading {
  readonly header: HeaderLine | undefined;
  readonly footer: FooterLine | undefined;
  readonly finds: readonly { readonly row: LogRow; readonly line: CaseLine }[];
}

/** Matches the lines that must be read first. Only their beginning is looked at. */
const READ_FIRST =
  /^[ \t]*\{[ \t]*"event"[ \t]*:[ \t]*"(?:header"|footer"|case",[ \t]*"case"[ \t]*:[ \t]*"c\/)/;

function firstReading(bytes: Buffer): FirstReading {
  let header: HeaderLine | undefined;
  let footer: FooterLine | undefined;
  const finds: { row: LogRow; line: CaseLine }[] = [];
  for (const row of rowsOf(bytes)) {
    const line = READ_FIRST.test(row.text) ? readLogLine(row.text) : undefined;
    if (line?.event === 'header') header ??= line;
    else if (line?.event === 'footer') footer ??= line;
    else if (line?.event === 'case' && line.case.startsWith(FIND_PREFIX)) finds.push({ row, line });
  }
  return { header, footer, finds };
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
function unread(bytes: Buffer, summarizer: Summarizer, flaws: Flaws, why: string): VerifiedLog {
  flaws.add(why);
  let events = 0;
  for (const row of rowsOf(bytes)) {
    const line = readLogLine(row.text);
    if (line === undefined) flaws.add(`line ${row.number} is no event`);
    else events += 1;
    if (line !== undefined && line.event !== 'footer') summarizer.add(line);
  }
  return { events, run: undefined, results: [], summary: summarizer.summary(), flaws };
}
