import { counted } from '../counted.ts';
import type { ReportContext } from '../format.ts';
import { scopeText } from '../scope.ts';
import type { Summary } from '../summary.ts';
import { joinBlocks, type Block } from './blocks.ts';
import { causeBlock } from './cause.ts';
import { cutText, MOST_ENTRIES } from './limits.ts';
import { askedBlock, baselineBlocks, otherBlocks, soundnessBlocks } from './run.ts';
import { requirementBlocks, topicBlocks } from './tables.ts';

/**
 * A report has at most this many bytes. GitHub cuts the summary of a check after 65,535, and that of a job after
 * 1 MiB.
 */
const MOST_BYTES = 65_000;
/** This many causes are shown, unless the report may be long. */
const MOST_CAUSES = 10;

/** Renders a report for pull requests and for the summaries of jobs. The verdict is its first line. */
export function renderMarkdown(summary: Summary, { isLong }: Pick<ReportContext, 'isLong'>): string {
  const blocks = [
    { what: 'verdict', text: verdictLine(summary) },
    askedBlock(summary),
    ...soundnessBlocks(summary),
    ...topicBlocks(summary),
    ...causeBlocks(summary, isLong),
    ...baselineBlocks(summary),
    ...otherBlocks(summary),
    ...(isLong ? requirementBlocks(summary) : []),
  ];
  return joinBlocks(blocks, isLong ? Number.MAX_SAFE_INTEGER : MOST_BYTES);
}

/** Says the grade and why it is not better, and beside it what the exit code says if that is not the same. */
function verdictLine(summary: Summary): string {
  const { grade, reasons, exitCode } = summary.verdict;
  const why = reasons.length === 0 ? '' : `: ${reasons.slice(0, MOST_ENTRIES).map(cutText).join('; ')}`;
  const symbol = exitCode === 0 ? '✅' : exitCode === 1 ? '❌' : '⚠️';
  return `## ${symbol} ${grade}${scopeText(summary.header ?? {})}${why}${exitText(summary)}`;
}

function exitText({ footer, verdict: { grade, exitCode } }: Summary): string {
  const hasBaseline = footer !== undefined && footer.baseline !== null;
  if (hasBaseline) {
    if (exitCode === 0) return ' (exactly what the baseline lists)';
    return exitCode === 1 ? ' (not what the baseline lists)' : '';
  }
  return grade === 'conformant' && exitCode === 1 ? ' (drop-in is required)' : '';
}

function causeBlocks({ causes, header }: Summary, isLong: boolean): Block[] {
  if (causes.length === 0) return [];
  const shown = causes.slice(0, isLong ? causes.length : MOST_CAUSES);
  const more = causes.length - shown.length;
  const rest = `There are ${counted(more, 'more cause')}, which gain less.`;
  return [
    { what: 'heading', text: '### Fix next' },
    ...shown.map((cause, index) => ({ what: 'cause', text: causeBlock(index + 1, cause, header) })),
    ...(more > 0 ? [{ what: 'note', text: rest }] : []),
  ];
}
