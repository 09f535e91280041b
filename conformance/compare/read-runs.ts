import { CaseTable } from '../../reports/compare/case-table.ts';
import { ResultsCollector, type Results } from '../../reports/compare/results.ts';
import { EDITIONS, type Register } from '../editions/register.ts';
import { errorText } from '../error-text.ts';
import type { Flaws } from '../verify/flaws.ts';
import { openLogText, type LogText } from '../verify/log-text.ts';
import { verifyLog } from '../verify/verify-log.ts';

/** The runs behind several logs, whose cases share one table. */
export interface ReadRuns {
  readonly runs: readonly Results[];
  readonly table: CaseTable;
}

/** `unreadable`: a file can't be read, or is no log. `unsound`: the suite would not have written a log. */
export type RunsReading =
  | { readonly kind: 'read'; readonly read: ReadRuns }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'unsound'; readonly path: string; readonly flaws: Flaws };

/** Reads and verifies logs, one after the other. Of a passed case, only a few bytes are kept. Stops at the first bad log. */
export async function readRuns(
  paths: readonly string[],
  editions: Register = EDITIONS,
): Promise<RunsReading> {
  const table = new CaseTable();
  const runs: Results[] = [];
  for (const path of paths) {
    let text: LogText;
    try {
      text = await openLogText(path);
    } catch (error) {
      return { kind: 'unreadable', reason: `the log can't be read: ${path}: ${errorText(error)}` };
    }
    const collector = new ResultsCollector(table);
    const { events, summary, flaws } = await verifyLog(text, editions, {
      onLine: collector.add.bind(collector),
    });
    if (events === 0) return { kind: 'unreadable', reason: `${path} is no event log` };
    if (flaws.count > 0) return { kind: 'unsound', path, flaws };
    runs.push(collector.results(path, summary));
  }
  return { kind: 'read', read: { runs, table } };
}
