import { nameOf } from '../terminal/terminal.ts';
import { scopeText } from '../scope.ts';
import { CHANGE_KINDS, type ShownChange } from './change.ts';
import type { ChangeCounts, Comparison } from './comparison.ts';
import type { ComparisonReport } from './comparison-report.ts';
import type { Results } from './results.ts';

/** Titles of the groups, in the words of all formats. */
export const TITLES: Readonly<Record<ShownChange, string>> = {
  broken: 'Broken',
  'newly-unsupported': 'Newly unsupported',
  changed: 'Fails in another way',
  'still-failing': 'Still failing',
  fixed: 'Fixed',
};

/** Returns the verdict about all comparisons in one sentence. */
export function verdictSentence({ comparisons }: Pick<ComparisonReport, 'comparisons'>): string {
  const worse = comparisons.filter((each) => each.worse > 0);
  const [first] = worse;
  if (first === undefined) return 'Nothing is worse.';
  if (comparisons.length > 1) return `Worse: ${worse.length} of ${comparisons.length} comparisons.`;
  return `Worse: ${casesText(first.worse)} of ${first.common}.`;
}

/** Returns who was asked and how it was graded, safe to print. */
export function runText({ summary: { header, verdict } }: Results): string {
  const implementation = header?.implementation ?? null;
  const name = implementation === null ? 'a program that never introduced itself' : nameOf(implementation);
  return `${name}: ${verdict.grade}${header === undefined ? '' : scopeText(header)}`;
}

/** Returns how much of the two runs was compared. */
export function commonText({ common, onlyBefore, onlyNow }: Comparison): string {
  const rest = onlyBefore + onlyNow;
  const left =
    rest === 0
      ? ''
      : `; not compared: ${onlyBefore} only in the earlier one, ${onlyNow} only in the later one`;
  return `${casesText(common)} asked in both${left}`;
}

/** Returns the numbers of changed cases, such as `3 broken, 1 fixed`. */
export function countsText(counts: ChangeCounts): string {
  const parts = CHANGE_KINDS.filter((kind) => counts[kind] > 0).map(
    (kind) => `${counts[kind]} ${TITLES[kind].toLowerCase()}`,
  );
  return parts.length === 0 ? 'no case changed' : parts.join(', ');
}

export function casesText(count: number): string {
  return count === 1 ? '1 case' : `${count} cases`;
}
