import type { Summary } from './summary.ts';

/**
 * Returns the report for machines, which `certify --json` prints: counts, grade, and every cause of failures with its
 * shortest cases. All cases are in the log.
 */
export function jsonReport(summary: Summary): Readonly<Record<string, unknown>> {
  const { header, footer, verdict, counts, topics, causes, listed, faults } = summary;
  return {
    suite: header?.suite ?? null,
    spec: header?.spec ?? null,
    run: header?.run ?? null,
    started: header?.started ?? null,
    finished: footer?.finished ?? null,
    implementation: header?.implementation ?? null,
    command: header?.command ?? null,
    mode: header?.mode ?? null,
    inputs: header?.inputs ?? null,
    fields: header?.fields ?? null,
    answers: header?.answers ?? 'values',
    filter: header?.filter ?? null,
    seed: header?.seed ?? null,
    corpus: header === undefined ? null : { ...header.corpus, ...footer?.corpus },
    platform: header?.platform ?? null,
    limits: header?.limits ?? null,
    ...verdict,
    counts,
    topics: Object.fromEntries(topics),
    scores: footer?.scores ?? null,
    coverage: footer?.coverage ?? null,
    causes,
    listed,
    faults,
    notes: footer?.notes ?? [],
    restarts: footer?.restarts ?? null,
    baseline: footer?.baseline ?? null,
    diagnosis: footer?.diagnosis ?? null,
    interrupted: footer?.interrupted ?? null,
  };
}
