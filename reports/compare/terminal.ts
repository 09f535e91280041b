import { causeTitle } from '../cause-text.ts';
import type { Colors } from '../colors.ts';
import { table } from '../terminal/table.ts';
import { shown, visible } from '../visible.ts';
import { CHANGE_KINDS, type ShownChange } from './change.ts';
import type { ChangeGroup, Comparison, RequirementChange } from './comparison.ts';
import type { ComparisonReport } from './comparison-report.ts';
import type { Results } from './results.ts';
import { casesText, commonText, countsText, runText, TITLES, verdictSentence } from './words.ts';

/** This many groups of each kind of change are shown; with `--verbose` all are. */
const SHOWN_GROUPS = 5;
/** This many requirements of the matrix are shown; with `--verbose` all are. */
const SHOWN_ROWS = 20;

/** Renders a comparison for a terminal, the verdict first. */
export function renderComparison(report: ComparisonReport, isVerbose: boolean, colors: Colors): string {
  const { runs, comparisons } = report;
  const isWorse = comparisons.some(({ worse }) => worse > 0);
  const verdict = verdictSentence(report);
  const lines = [
    colors.bold(isWorse ? colors.red(verdict) : colors.green(verdict)),
    '',
    ...runs.map((run, index) => `${index + 1}  ${visible(run.name)}  ${runText(run)}`),
    ...comparisons.flatMap((each) => ['', ...comparisonLines(each, { runs, isVerbose, colors })]),
    ...(runs.length > 2 ? matrixLines(report, isVerbose, colors) : []),
  ];
  return `${lines.join('\n')}\n`;
}

interface Style {
  readonly runs: readonly Results[];
  readonly isVerbose: boolean;
  readonly colors: Colors;
}

function comparisonLines(comparison: Comparison, style: Style): string[] {
  const { before, now, counts, groups, requirements } = comparison;
  const { runs, colors } = style;
  const [from, to] = [runs.indexOf(before) + 1, runs.indexOf(now) + 1];
  return [
    colors.bold(`${from} → ${to}: ${countsText(counts)}`),
    colors.dim(commonText(comparison)),
    ...CHANGE_KINDS.flatMap((kind) =>
      kindLines(
        kind,
        groups.filter((group) => group.kind === kind),
        style,
      ),
    ),
    ...requirementLines(requirements),
  ];
}

function kindLines(
  kind: ShownChange,
  groups: readonly ChangeGroup[],
  { isVerbose, colors }: Style,
): string[] {
  if (groups.length === 0) return [];
  const kept = isVerbose ? groups : groups.slice(0, SHOWN_GROUPS);
  const more = groups.length - kept.length;
  return [
    '',
    paint(kind, colors)(TITLES[kind]),
    ...kept.flatMap((group) => groupLines(group, colors)),
    ...(more > 0 ? [`  and ${more} more: --verbose shows all`] : []),
  ];
}

function groupLines({ cause, count, cases }: ChangeGroup, colors: Colors): string[] {
  const [example = ''] = cases;
  const title = cause === undefined ? 'no failure' : visible(causeTitle(cause));
  const about = cause?.requirement === undefined ? '' : ` · ${visible(cause.requirement)}`;
  const level = cause === undefined ? '' : ` · ${cause.level}`;
  return [
    `  ${colors.bold(title)}${about}${level} · ${casesText(count)}`,
    colors.dim(`      such as ${shown(example)}`),
  ];
}

function requirementLines(requirements: readonly RequirementChange[]): string[] {
  if (requirements.length === 0) return [];
  const kinds = CHANGE_KINDS.filter((kind) => requirements.some(({ counts }) => counts[kind] > 0));
  const rows = requirements.map(({ id, counts }) => [
    visible(id),
    ...kinds.map((kind) => (counts[kind] === 0 ? '·' : String(counts[kind]))),
  ]);
  return ['', ...table(['requirement', ...kinds.map((kind) => TITLES[kind].toLowerCase())], rows)];
}

function matrixLines({ matrix, runs }: ComparisonReport, isVerbose: boolean, colors: Colors): string[] {
  if (matrix.length === 0) return ['', 'Every requirement has the same state in all runs.'];
  const kept = isVerbose ? matrix : matrix.slice(0, SHOWN_ROWS);
  const more = matrix.length - kept.length;
  const rows = kept.map(({ id, states }) => [visible(id), ...states.map((state) => state ?? 'unknown')]);
  return [
    '',
    colors.bold('States that differ'),
    ...table(['requirement', ...runs.map((_, index) => String(index + 1))], rows),
    ...(more > 0 ? [`and ${more} more: --verbose shows all`] : []),
  ];
}

function paint(kind: ShownChange, colors: Colors): (text: string) => string {
  if (kind === 'fixed') return colors.green;
  return kind === 'still-failing' ? colors.yellow : colors.red;
}
