import { markdownTable } from 'markdown-table';
import { causeTitle } from '../cause-text.ts';
import { joinBlocks, type Block } from '../markdown/blocks.ts';
import { cell, sentence } from '../markdown/escape.ts';
import { cutCode, cutText, listOf } from '../markdown/limits.ts';
import { CHANGE_KINDS } from './change.ts';
import type { ChangeGroup, Comparison } from './comparison.ts';
import type { ComparisonReport } from './comparison-report.ts';
import type { Results } from './results.ts';
import { casesText, commonText, countsText, runText, TITLES, verdictSentence } from './words.ts';

/** A report has at most this many bytes: GitHub cuts the summary of a check after 65,535. */
const MOST_BYTES = 65_000;

/** Renders a comparison for pull requests, the verdict first. */
export function comparisonMarkdown(report: ComparisonReport): string {
  const { runs, comparisons } = report;
  const symbol = comparisons.some(({ worse }) => worse > 0) ? '❌' : '✅';
  return joinBlocks(
    [
      { what: 'verdict', text: `## ${symbol} ${verdictSentence(report)}` },
      { what: 'list of runs', text: runs.map((run, at) => `${at + 1}. ${runLine(run)}`).join('\n') },
      ...comparisons.flatMap((each) => comparisonBlocks(each, runs)),
      ...(runs.length > 2 ? matrixBlocks(report) : []),
    ],
    MOST_BYTES,
  );
}

export function runLine(run: Results): string {
  return `${cutCode(run.name)}: ${cutText(runText(run))}`;
}

/** Renders what changed between two runs. */
export function comparisonBlocks(comparison: Comparison, runs: readonly Results[]): Block[] {
  const { before, now, counts, groups } = comparison;
  const title = `### ${runs.indexOf(before) + 1} → ${runs.indexOf(now) + 1}: ${countsText(counts)}`;
  return [
    { what: 'heading', text: `${title}\n\n${commonText(comparison)}.` },
    ...CHANGE_KINDS.flatMap((kind) => {
      const its = groups.filter((group) => group.kind === kind);
      if (its.length === 0) return [];
      return [{ what: 'list of changes', text: `**${TITLES[kind]}**\n\n${listOf(its.map(groupLine))}` }];
    }),
    ...requirementBlocks(comparison),
  ];
}

function groupLine({ cause, count, cases }: ChangeGroup): string {
  const title = cause === undefined ? 'no failure' : cutText(causeTitle(cause));
  const about = cause?.requirement === undefined ? '' : `, ${cutCode(cause.requirement)} (${cause.level})`;
  return `${title}${about}: ${casesText(count)}, such as ${cutCode(cases[0] ?? '')}`;
}

function requirementBlocks({ requirements }: Comparison): Block[] {
  if (requirements.length === 0) return [];
  const kinds = CHANGE_KINDS.filter((kind) => requirements.some(({ counts }) => counts[kind] > 0));
  const rows = requirements.map(({ id, sentence: text, counts }) => [
    cell(`${cutCode(id)} ${sentence(text)}`),
    ...kinds.map((kind) => String(counts[kind])),
  ]);
  return [tableBlock(['requirement', ...kinds.map((kind) => TITLES[kind].toLowerCase())], rows)];
}

function matrixBlocks({ runs, matrix }: ComparisonReport): Block[] {
  if (matrix.length === 0) return [];
  const rows = matrix.map(({ id, states }) => [
    cell(cutCode(id)),
    ...states.map((state) => state ?? 'unknown'),
  ]);
  const table = tableBlock(['requirement', ...runs.map((_, at) => String(at + 1))], rows);
  return [{ what: 'heading', text: '### States that differ' }, table];
}

export function tableBlock(titles: readonly string[], rows: readonly (readonly string[])[]): Block {
  const align = titles.map((_, at) => (at === 0 ? 'l' : 'r'));
  return { what: 'table', text: markdownTable([titles, ...rows], { align }) };
}
