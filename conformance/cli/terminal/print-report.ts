import wrapAnsi from 'wrap-ansi';
import { isScreen } from './excerpt.ts';

/** The stream that a report is printed on; `columns` is the width of a terminal. */
interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** A terminal with fewer columns is left to break lines itself. */
const NARROWEST = 40;
/** The rest of a line that is broken is indented by this many more columns. */
const HANGING = 2;
/** Matches a line that is to be copied into a shell, which is not broken. */
const COMMAND = /\bdstack-conformance [a-z]+ /;

/** Prints a report. On a terminal, its lines are broken between words; anywhere else they stay whole. */
export function printReport(text: string, output: Output = process.stdout): void {
  const { columns = 0 } = output;
  output.write(isScreen(output) && columns >= NARROWEST ? wrapped(text, columns) : text);
}

/** Breaks lines that have more columns. Wide characters take two, and colours none. */
export function wrapped(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => (COMMAND.test(line) ? line : wrappedLine(line, columns)))
    .join('\n');
}

function wrappedLine(line: string, columns: number): string {
  const text = line.trimStart();
  const lead = line.slice(0, line.length - text.length);
  const whole = wrapAnsi(text, columns - lead.length, { trim: false });
  if (!whole.includes('\n')) return line;
  const parts = wrapAnsi(text, columns - lead.length - HANGING).split('\n');
  return parts.map((part, index) => `${lead}${index === 0 ? '' : ' '.repeat(HANGING)}${part}`).join('\n');
}
