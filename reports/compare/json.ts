import type { Cause } from '../../conformance/judge/cause.ts';
import type {
  ComparedCause,
  ComparedPair,
  ComparedRun,
  ComparisonFile,
} from '../../spec/generated/comparison-file.ts';
import type { Comparison } from './comparison.ts';
import type { ComparisonReport } from './comparison-report.ts';
import type { CaseEnd, Results } from './results.ts';

/** Returns a comparison for machines, as `spec/schemas/comparison.schema.json` describes it. */
export function comparisonJson({ runs, comparisons, matrix }: ComparisonReport): ComparisonFile {
  return {
    format: 1,
    verdict: comparisons.some(({ worse }) => worse > 0) ? 'worse' : 'not-worse',
    runs: runs.map(runJson),
    comparisons: comparisons.map((each) => pairJson(each, runs)),
    matrix: matrix.map(({ id, states }) => ({ id, states: states.map((state) => state ?? null) })),
  };
}

export function runJson({ name, summary }: Results): ComparedRun {
  const { header, footer, verdict, counts } = summary;
  return {
    log: name,
    run: header?.run ?? null,
    spec: header?.spec ?? null,
    implementation: header?.implementation ?? null,
    finished: footer?.finished ?? null,
    grade: verdict.grade,
    counts,
  };
}

export function pairJson(comparison: Comparison, runs: readonly Results[]): ComparedPair {
  const { before, now, common, onlyBefore, onlyNow, counts, same, worse, groups, requirements } = comparison;
  return {
    before: runs.indexOf(before),
    now: runs.indexOf(now),
    common,
    onlyBefore,
    onlyNow,
    worse,
    counts: { ...counts, same },
    groups: groups.map(({ kind, cause, count, cases }) => ({
      kind,
      cause: cause === undefined ? null : causeJson(cause),
      count,
      cases: [...cases],
    })),
    requirements: requirements.map(({ id, level, sentence, counts: its }) => ({
      id,
      level,
      sentence,
      counts: its,
    })),
  };
}

function causeJson({
  id,
  kind,
  requirement,
  places,
  level,
  requirements,
  said,
}: Cause<CaseEnd>): ComparedCause {
  return {
    id,
    kind,
    requirement: requirement ?? null,
    requirements: [...requirements],
    places: [...places],
    level,
    said,
  };
}
