import { shown, visible } from '../visible.ts';
import type {
  CaseLine,
  FooterLine,
  HeaderLine,
  LogOutcome,
  LogScore,
} from '../../spec/generated/event-log.ts';
import type { Colors } from '../colors.ts';
import { total, type Summary } from '../summary.ts';
import type { Cause } from '../../conformance/judge/cause.ts';
import { scopeText } from '../scope.ts';
import { table } from './table.ts';
import { renderCause } from './cause.ts';

/** This many causes are shown in full. */
const SHOWN_CAUSES = 20;

/** Renders the report for a terminal. Text of the implementation is made safe to print. */
export function renderTerminal(summary: Summary, colors: Colors): string {
  const { footer } = summary;
  const lines = [
    ...terminalBody(summary, colors),
    ...(footer === undefined ? unfinished(summary, colors) : gradeLines(summary, footer, colors)),
  ];
  return `${lines.join('\n')}\n`;
}

/** Returns the lines of the report without the grade and what leads to it. */
export function terminalBody(summary: Summary, colors: Colors): string[] {
  const { header, causes, listed } = summary;
  return [
    ...headLines(summary, colors),
    ...(hasRun(summary) ? ['', ...topicLines(summary), ''] : []),
    ...sectionLines('Failures', causes, header, colors),
    ...sectionLines('Known failures, as the baseline lists them', listed, header, colors),
    ...otherLines(summary, colors),
  ];
}

/** Returns whether any case was asked. Where the program did not start, a table would hold nothing but zeros. */
export function hasRun({ counts }: Pick<Summary, 'counts'>): boolean {
  return total(counts) > counts['not-run'];
}

function headLines(summary: Summary, colors: Colors): string[] {
  const { header } = summary;
  if (header === undefined) return [colors.bold('dstack-conformance'), 'the log has no header'];
  const { suite, spec, implementation, command, inputs, mode, filter, containment } = header;
  const who = implementation === null ? visible(command.join(' ')) : nameOf(implementation);
  const how =
    mode === 'plain' ? ` · plain, ${inputs.join(', ')}` : inputs.length > 0 ? ` · ${inputs.join(', ')}` : '';
  return [
    `${colors.bold(visible(`${suite.name} ${suite.version}`))} · ${visible(spec)}`,
    `${who}${how}`,
    `${corpusText(summary)}${filter === null ? '' : ` · ${shown(filter)}`}`,
    ...declaredLines(header),
    ...(containment == null ? [] : [`descendants of the program are ended by ${HOLDERS[containment]}`]),
  ];
}

/** Names the declared fields; empty if the whole edition is meant. */
export function declaredLines({ fields }: HeaderLine): string[] {
  return fields === undefined ? [] : [`declared: ${fields.declared.map(visible).join(', ')}`];
}

/** Says how much of which corpus was asked. The digest is that of the corpus if all of it was gone through. */
export function corpusText({ header, footer, counts }: Summary): string {
  const asked = hasRun({ counts }) ? total(counts) : 0;
  if (footer === undefined) return `${asked} cases`;
  const { cases, digest, whole } = footer.corpus;
  const all = cases + (header?.corpus.finds ?? 0);
  return whole
    ? `${asked} of ${all} cases · corpus ${visible(digest.slice(0, 19))}`
    : `${asked} of the first ${all} cases of the corpus`;
}

/** The words for the means by which processes that a program leaves behind are found and ended. */
const HOLDERS = {
  'child-subreaper': 'a child subreaper',
  'process-group-and-marker': 'process group, and by a marker in their environment',
  'process-group': 'process group',
} as const;

export function nameOf({ name, version, language }: NonNullable<HeaderLine['implementation']>): string {
  const full = [name, version].filter((part) => part !== null).join(' ');
  return visible(language === null ? full : `${full} (${language})`);
}

const COLUMNS: readonly (readonly [LogOutcome, string])[] = [
  ['pass', 'pass'],
  ['fail', 'fail'],
  ['crash', 'crash'],
  ['hang', 'hang'],
  ['protocol-error', 'protocol'],
  ['unsupported', 'unsupported'],
  ['not-run', 'not run'],
];

/**
 * Renders the counts by topic. Outcomes that never happened have no column, but passes and failures always have one.
 */
function topicLines({ topics, counts }: Summary): string[] {
  const columns = COLUMNS.filter(
    ([outcome]) => outcome === 'pass' || outcome === 'fail' || counts[outcome] > 0,
  );
  const rows = [...topics, ['all', counts] as const].map(([name, its]) => [
    visible(name),
    String(total(its)),
    ...columns.map(([outcome]) => (its[outcome] === 0 ? '·' : String(its[outcome]))),
  ]);
  return table(['topic', 'cases', ...columns.map(([, title]) => title)], rows);
}

function sectionLines(
  title: string,
  causes: readonly Cause<CaseLine>[],
  header: HeaderLine | undefined,
  colors: Colors,
): string[] {
  if (causes.length === 0) return [];
  const more = causes.length - SHOWN_CAUSES;
  return [
    colors.bold(title),
    '',
    ...causes.slice(0, SHOWN_CAUSES).flatMap((cause) => renderCause(cause, header, colors)),
    ...(more > 0 ? [`and ${more} more causes; the log (--log FILE) has every case`, ''] : []),
  ];
}

export function otherLines({ faults, unsupported, counts, footer }: Summary, colors: Colors): string[] {
  const lines: string[] = [];
  for (const { fault, message, cases, stderr } of faults) {
    const where = cases.length === 0 ? '' : `; in flight: ${cases.map(visible).join(', ')}`;
    lines.push(
      `${colors.red('✗')} ${colors.bold(visible(fault))}, outside of a single case: ${visible(message)}${where}`,
    );
    if (stderr !== undefined) lines.push(`    ${colors.dim('stderr')}    ${visible(stderr.slice(-500))}`);
  }
  if (footer !== undefined && footer.faults > faults.length)
    lines.push(`and ${footer.faults - faults.length} more like these`);
  const [example] = unsupported;
  if (example !== undefined) {
    lines.push(
      `${counts.unsupported} unsupported, such as ${visible(example.case)}: ${visible(example.message ?? '')}`,
    );
  }
  for (const note of footer?.notes ?? []) lines.push(`note: ${visible(note)}`);
  return lines.length === 0 ? [] : [...lines, ''];
}

function gradeLines(summary: Summary, footer: FooterLine, colors: Colors): string[] {
  const { reasons, baseline } = footer;
  return [
    ...scoreLines(summary, footer),
    ...(baseline === null ? [] : baselineLines(baseline, colors)),
    '',
    gradeText(footer, summary.header, colors),
    ...reasons.map((reason) => `  because ${visible(reason)}`),
  ];
}

/** Says the grade, how much it is about, and whether the run was interrupted. */
export function gradeText(
  { grade, interrupted }: FooterLine,
  header: HeaderLine | undefined,
  colors: Colors,
): string {
  const paint = PAINTS[grade];
  return `grade: ${colors.bold(colors[paint](`${grade}${scopeText(header ?? {})}`))}${interrupted ? ' (interrupted)' : ''}`;
}

const PAINTS = {
  'drop-in': 'green',
  conformant: 'green',
  incomplete: 'yellow',
  'non-conformant': 'red',
} as const;

/** Says how much of the spec was asked, and how well answers were spelled. Empty if nothing was asked. */
export function scoreLines(summary: Summary, { coverage, scores, nondeterministic }: FooterLine): string[] {
  const { header } = summary;
  const known = Object.keys(header?.requirements ?? {}).length;
  const { notApplicable, notDeclared } = coverage;
  const elsewhere =
    notApplicable.length === 0
      ? ''
      : `, ${notApplicable.length} not applicable to ${header?.inputs.join(', ') ?? ''}`;
  const undeclared = notDeclared === undefined ? '' : `, ${notDeclared.length} about fields not declared`;
  return [
    ...(hasRun(summary)
      ? [
          `requirements exercised: ${coverage.exercised} of ${known}${elsewhere}${undeclared}`,
          `canonical spelling: ${percent(scores.canonical)} · rejections that name the place: ${percent(scores.paths)}`,
        ]
      : []),
    ...(nondeterministic > 0 ? [`nondeterministic: ${nondeterministic}`] : []),
  ];
}

export function baselineLines(
  { file, listed, unlisted, stale, flaky, neverFailed = [] }: NonNullable<FooterLine['baseline']>,
  colors: Colors,
): string[] {
  const ofFlaky = flaky === undefined ? '' : ` (${flaky} of them flaky)`;
  return [
    `baseline ${visible(file)}: ${listed} known failures or unsupported cases${ofFlaky}, ${unlisted} that it does not list`,
    ...neverFailed.map(
      ({ line, entry }) =>
        `  ${visible(file)}:${line}: ${visible(entry)} is flaky, and did not fail in this run`,
    ),
    ...stale.map(
      ({ line, entry, why }) =>
        `${colors.red('✗')} ${visible(file)}:${line}: ${visible(entry)} ${why}: delete the entry`,
    ),
  ];
}

function unfinished({ verdict: { grade, reasons } }: Summary, colors: Colors): string[] {
  return [
    `grade: ${colors.bold(colors.yellow(grade))}`,
    ...reasons.map((reason) => `  because ${visible(reason)}`),
  ];
}

function percent({ hit, of }: LogScore): string {
  return of === 0 ? 'none asked' : `${hit} of ${of}`;
}
