import { pairJson, runJson } from '../compare/json.ts';
import type { TrendFile } from '../../spec/generated/trend-file.ts';
import type { Trend } from './trend.ts';

/** Returns a trend for machines, as `spec/schemas/trend.schema.json` describes it. */
export function trendJson({ points, report }: Trend): TrendFile {
  return {
    format: 1,
    runs: points.map(({ run, asked, passed, exercised, held, requirements }) => ({
      ...runJson(run),
      asked,
      passed,
      requirements: { exercised, held, of: requirements },
    })),
    changes: report.comparisons.map((each) => pairJson(each, report.runs)),
  };
}
