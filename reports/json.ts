import { total, type Summary } from './summary.ts';

/**
 * The report for machines: what `certify --json` prints. Counts, grade, and every kind of failure with its first
 * cases; the log has all cases.
 */
export function jsonReport(summary: Summary): Readonly<Record<string, unknown>> {
  const { header, footer, counts, topics, failures, listed, faults } = summary;
  const { requirements: _, event: __, ...about } = header ?? { requirements: {}, event: 'header' };
  return {
    ...about,
    finished: footer?.finished ?? null,
    grade: footer?.grade ?? 'incomplete',
    reasons: footer?.reasons ?? [`the log has no end: the run was killed after ${total(counts)} cases`],
    exitCode: footer?.exitCode ?? 3,
    counts,
    topics: Object.fromEntries(topics),
    scores: footer?.scores ?? null,
    coverage: footer?.coverage ?? null,
    failures,
    listed,
    faults,
    notes: footer?.notes ?? [],
    restarts: footer?.restarts ?? null,
    baseline: footer?.baseline ?? null,
    diagnosis: footer?.diagnosis ?? null,
    interrupted: footer?.interrupted ?? null,
  };
}
