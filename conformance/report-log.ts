import { readFile } from 'node:fs/promises';
import { jsonReport } from '../reports/json.ts';
import { summarize, type Summary } from '../reports/summary.ts';
import { renderTerminal } from '../reports/terminal.ts';
import { readEventLog } from './event-log.ts';
import { colorsFor } from './excerpt.ts';

/** Prints the report of a log; the exit code of the run that wrote it, or 3 where it was not finished. */
export async function reportLog(path: string, options: { readonly json?: boolean }): Promise<number> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const { lines, damaged } = readEventLog(text);
  if (damaged.length > 0) {
    process.stderr.write(
      `${path}: no events on line ${damaged.slice(0, 10).join(', ')}; read without them\n`,
    );
  }
  const summary = summarize(lines);
  printSummary(summary, options);
  return summary.footer?.exitCode ?? 3;
}

export function printSummary(summary: Summary, { json }: { readonly json?: boolean }): void {
  const report =
    json === true
      ? `${JSON.stringify(jsonReport(summary), null, 2)}\n`
      : renderTerminal(summary, colorsFor(process.stdout));
  process.stdout.write(report);
}
