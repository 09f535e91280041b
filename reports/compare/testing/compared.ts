import type { CaseLine, HeaderLine, LogCause } from '../../../spec/generated/event-log.ts';
import { causeId, nameOfSymptom } from '../../../conformance/judge/cause.ts';
import { Summarizer } from '../../summary.ts';
import { caseLine, footerLine, headerLine } from '../../testing/lines.ts';
import { CaseTable } from '../case-table.ts';
import {
  compareRuns,
  type ComparisonReport,
  type NotComparable,
  type Pairing,
} from '../comparison-report.ts';
import { ResultsCollector } from '../results.ts';

/** Makes comparisons of runs for tests, from lines as logs have them. */

/** The cases of a run by their ids. */
export type SomeCases = Readonly<Record<string, Partial<CaseLine>>>;

export const PASS: Partial<CaseLine> = { outcome: 'pass' };
export const UNSUPPORTED: Partial<CaseLine> = { outcome: 'unsupported' };
export const NOT_RUN: Partial<CaseLine> = { outcome: 'not-run' };
export const WRONG_NODES = wrong('nodes/default', '/nodes', 'documented');
export const WRONG_PORTS = wrong('ports/range', '/ports', 'observed');

/** Returns the members of a case that fails because of a wrong value. */
function wrong(requirement: string, path: string, level: LogCause['level']): Partial<CaseLine> {
  const symptom = { kind: 'wrong-value', path, level, requirements: [requirement], said: '' };
  const causes = [{ id: causeId(nameOfSymptom(symptom)), ...symptom }];
  return { outcome: 'fail', level, broken: [requirement], causes, requirements: [requirement] };
}

/** Returns the members of a case that fails for the causes of two others. */
export function both(one: Partial<CaseLine>, other: Partial<CaseLine>): Partial<CaseLine> {
  return { ...one, causes: [...(one.causes ?? []), ...(other.causes ?? [])] };
}

/** Compares runs, each with the first one unless the pairing says otherwise. `headers` change the header of each run. */
export function compared(
  runs: readonly SomeCases[],
  headers: readonly Partial<HeaderLine>[] = [],
  pairing: Pairing = 'with-first',
): ComparisonReport | NotComparable {
  const table = new CaseTable();
  const results = runs.map((cases, index) => {
    const [collector, summarizer] = [new ResultsCollector(table), new Summarizer()];
    const lines = Object.entries(cases).map(([id, members]) => caseLine({ case: id, ...members }));
    for (const line of [headerLine(headers[index]), ...lines, footerLine({})]) {
      collector.add(line);
      summarizer.add(line);
    }
    return collector.results(`${index + 1}.log`, summarizer.summary());
  });
  return compareRuns(results, table, pairing);
}

/** Does the same for runs that can be compared. */
export function comparedWell(...args: Parameters<typeof compared>): ComparisonReport {
  const report = compared(...args);
  if (report.kind === 'not-comparable') throw new Error(report.reasons.join('; '));
  return report;
}
