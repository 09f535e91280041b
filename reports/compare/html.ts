import type { ComparisonReport } from './comparison-report.ts';
import { verdictSentence } from './words.ts';

export function comparisonPage(report: ComparisonReport): string {
  return verdictSentence(report);
}
