import type { Report } from '../../spec/generated/report.ts';
import type { Summary } from '../summary.ts';
import { visibleJson } from '../visible.ts';

/** A value that nobody changes, at any depth. */
type Immutable<Value> = Value extends object
  ? { readonly [Key in keyof Value]: Immutable<Value[Key]> }
  : Value;

/** Renders the report for machines as one line of JSON that is safe to print. */
export function renderJson(summary: Summary): string {
  return `${visibleJson(jsonReport(summary))}\n`;
}

/** Returns the report for machines. Its schema is `spec/schemas/report.schema.json`. All cases are in the log. */
export function jsonReport(summary: Summary): Immutable<Report> {
  const { verdict, withheld, integrity, counts, failed, topics, requirements } = summary;
  const { causes, listed, faults } = summary;
  return {
    format: 1,
    ...askedIn(summary),
    ...verdict,
    withheld: withheld ?? null,
    integrity: integrity ?? null,
    counts,
    failed,
    topics: Object.fromEntries(topics),
    requirements: [...requirements.values()],
    causes: causes.map(withoutUndefined),
    listed: listed.map(withoutUndefined),
    faults,
    ...endOf(summary),
  };
}

/** What was asked of whom, as the header of the log says it. */
function askedIn({ header, footer }: Summary) {
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
    shard: header?.shard ?? null,
    seed: header?.seed ?? null,
    corpus: header === undefined ? null : { ...header.corpus, ...footer?.corpus },
    platform: header?.platform ?? null,
    limits: header?.limits ?? null,
  } satisfies Partial<Immutable<Report>>;
}

/** What the footer of the log says. */
function endOf({ footer }: Summary) {
  return {
    scores: footer?.scores ?? null,
    coverage: footer?.coverage ?? null,
    notes: footer?.notes ?? [],
    restarts: footer?.restarts ?? null,
    baseline: footer?.baseline ?? null,
    diagnosis: footer?.diagnosis ?? null,
    interrupted: footer?.interrupted ?? null,
  } satisfies Partial<Immutable<Report>>;
}

function withoutUndefined({ requirement, ...cause }: Summary['causes'][number]) {
  return { ...cause, ...(requirement === undefined ? {} : { requirement }) };
}
