import type { ComparisonReport } from './comparison-report.ts';
import { verdictSentence } from './words.ts';

export function comparisonMarkdown(report: ComparisonReport): string {
  return verdictSentence(report);
}
