import pc from 'picocolors';
import type { Violation } from '../../../reference/document/violation.ts';
import type { Levels } from '../../../spec/edition.ts';
import { levelIn } from '../../../spec/level.ts';
import { columnsOf } from '../../../reports/columns.ts';
import { visible } from '../../../reports/visible.ts';
import { wantsColors } from './color-choice.ts';

type Colors = ReturnType<typeof pc.createColors>;

/** Returns the colours for what is printed on a stream, or none. */
export function colorsFor(stream: { readonly isTTY?: boolean }): Colors {
  return pc.createColors(wantsColors(isScreen(stream)));
}

/** Returns whether a stream is a terminal that understands escape sequences. */
export function isScreen({ isTTY }: { readonly isTTY?: boolean }): boolean {
  return isTTY === true && process.env.TERM !== 'dumb';
}

/** Renders every violation as `file:line:column: requirement: message`, with its level, source line and a caret. */
export function renderViolations(
  name: string,
  text: string,
  violations: readonly Violation[],
  levels: Levels,
  colors: Colors,
): string {
  const lines = text.split(/\r\n|[\n\r]/);
  return violations.map((each) => renderViolation(name, lines, each, levels, colors)).join('\n');
}

function renderViolation(
  name: string,
  lines: readonly string[],
  { line, column, requirement, message, path }: Violation,
  levels: Levels,
  colors: Colors,
): string {
  const place =
    line === undefined || column === undefined ? visible(name) : `${visible(name)}:${line}:${column}`;
  const where = path === '' ? '' : ` (at ${visible(path)})`;
  const head = `${colors.bold(place)}: ${colors.red(requirement)}: ${visible(message)}${where} ${colors.dim(`[${levelIn(levels, requirement)}]`)}`;
  if (line === undefined || column === undefined) return head;
  const source = lines[line - 1];
  return source === undefined ? head : `${head}\n${renderCaret(source, line, column, colors)}`;
}

const WIDTH = 120;

/** Renders the line, cut to a window around the column if it is long, and a caret under the column. */
export function renderCaret(source: string, line: number, column: number, colors: Colors): string {
  const start = Math.max(0, column - 1 - WIDTH / 2);
  const shown = visible(source.slice(start, start + WIDTH).replaceAll('\t', ' '));
  const margin = `${line} | `;
  const before = columnsOf(visible(source.slice(start, column - 1).replaceAll('\t', ' ')));
  return `${colors.dim(margin)}${shown}\n${' '.repeat(margin.length + before)}${colors.red('^')}`;
}
