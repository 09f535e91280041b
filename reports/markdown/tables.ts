import { markdownTable } from 'markdown-table';
import type { LogOutcome } from '../../spec/generated/event-log.ts';
import { counted } from '../counted.ts';
import type { RequirementState, RequirementSummary } from '../requirement-summary.ts';
import { total, type OutcomeCounts, type Summary } from '../summary.ts';
import type { Block } from './blocks.ts';
import { cell, sentence } from './escape.ts';
import { cutCode } from './limits.ts';

const OUTCOMES: readonly LogOutcome[] = ['fail', 'crash', 'hang', 'protocol-error', 'unsupported', 'not-run'];

/** Renders the topics in which not every case passed. Outcomes that never happened have no column. */
export function topicBlocks({ topics, counts }: Summary): Block[] {
  const bad = [...topics].filter(([, its]) => its.pass < total(its));
  const good = topics.size - bad.length;
  if (topics.size === 0) return [];
  if (bad.length === 0) return [{ what: 'note', text: `Every case of ${counted(good, 'topic')} passed.` }];
  const columns = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  const rows = bad.map(([topic, its]) => [
    cell(cutCode(topic)),
    String(total(its)),
    String(its.pass),
    ...columns.map((outcome) => String(its[outcome])),
    share(its),
  ]);
  const titles = ['topic', 'cases', 'pass', ...columns, 'passed'];
  const align = titles.map((_, index) => (index === 0 ? 'l' : 'r'));
  const table = markdownTable([titles, ...rows], { align });
  const rest = good === 0 ? '' : `\n\nEvery case of ${counted(good, 'other topic')} passed.`;
  return [
    { what: 'heading', text: '### Topics' },
    { what: 'table', text: `${table}${rest}` },
  ];
}

/** Returns the share of passed cases in per cent, rounded down: what did not pass must not look like all. */
function share(counts: OutcomeCounts): string {
  return `${(Math.floor((counts.pass * 1000) / total(counts)) / 10).toFixed(1)} %`;
}

const TITLES: Readonly<Record<Exclude<RequirementState, 'passed'>, string>> = {
  failed: 'Requirements that failed',
  listed: 'Requirements that failed, as the baseline lists them',
  unclear: 'Requirements whose cases all failed because of others',
  unsupported: 'Requirements that are not supported',
  'not-declared': 'Requirements about fields that are not declared',
  'not-applicable': 'Requirements about a kind of input that is not taken',
  'not-exercised': 'Requirements that were not exercised',
};

/** Renders every requirement that did not pass, by its state. */
export function requirementBlocks({ requirements }: Summary): Block[] {
  return Object.entries(TITLES).flatMap(([state, title]) => {
    const its = [...requirements.values()].filter((each) => each.state === state);
    if (its.length === 0) return [];
    return [
      { what: 'heading', text: `### ${title}` },
      { what: 'list', text: its.map(requirementLine).join('\n') },
    ];
  });
}

function requirementLine({
  id,
  level,
  sentence: text,
  counts: { asked, passed },
}: RequirementSummary): string {
  return `- ${cutCode(id)} (${level}): ${sentence(text)} ${passed} of ${counted(asked, 'case')} passed.`;
}
