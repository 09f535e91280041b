import type { CaseLine, FooterLine, HeaderLine } from '../../spec/generated/event-log.ts';
import { FIND_PREFIX } from '../case/case.ts';
import { readLogLine } from '../log/event-log.ts';
import type { LogRow, LogText } from './log-text.ts';

/** The parts of a log that must be known before its lines can be judged. */
export interface FirstReading {
  /** The number of lines. */
  readonly rows: number;
  readonly header: HeaderLine | undefined;
  readonly footer: FooterLine | undefined;
  readonly finds: readonly { readonly row: LogRow; readonly line: CaseLine }[];
}

/** Matches the lines that must be read first. Only their beginning is looked at. */
const READ_FIRST =
  /^[ \t]*\{[ \t]*"event"[ \t]*:[ \t]*"(?:header"|footer"|case",[ \t]*"case"[ \t]*:[ \t]*"c\/)/;

export function firstReading(log: LogText): FirstReading {
  let rows = 0;
  let header: HeaderLine | undefined;
  let footer: FooterLine | undefined;
  const finds: { row: LogRow; line: CaseLine }[] = [];
  for (const row of log.rows()) {
    rows = row.number;
    const line = READ_FIRST.test(row.text) ? readLogLine(row.text) : undefined;
    if (line?.event === 'header') header ??= line;
    else if (line?.event === 'footer') footer ??= line;
    else if (line?.event === 'case' && line.case.startsWith(FIND_PREFIX)) finds.push({ row, line });
  }
  return { rows, header, footer, finds };
}
