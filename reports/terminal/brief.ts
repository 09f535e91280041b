import type { CaseLine, FooterLine, HeaderLine } from '../../spec/generated/event-log.ts';
import type { Cause } from '../../conformance/judge/cause.ts';
import type { Colors } from '../colors.ts';
import { shellWords } from '../shell-words.ts';
import { total, type Summary } from '../summary.ts';
import { shown, visible } from '../visible.ts';
import { expectedOf, inGeneral, receivedOf } from './cause.ts';
import {
  baselineLines,
  corpusText,
  declaredLines,
  gradeText,
  nameOf,
  otherLines,
  scoreLines,
} from './terminal.ts';

/** The report shows this many causes: those that pay most when they are mended. */
const NEXT = 5;
/** Lines about a cause are cut to this many columns. */
const WIDTH = 80;
/** At most this many lines of a YAML document are shown. */
const YAML_LINES = 4;
/** The column in which the values of a cause begin. */
const INDENT = 13;

/** Renders the verdict in one line. */
export function renderQuiet(summary: Summary, colors: Colors): string {
  return `${verdictLine(summary, colors)}\n`;
}

/**
 * Renders a report that fits a screen: the verdict, the few causes to fix next in the order in which they pay, and
 * what was asked.
 */
export function renderBrief(summary: Summary, colors: Colors): string {
  return `${[verdictLine(summary, colors), ...briefBody(summary, colors)].join('\n')}\n`;
}

/** Returns the lines of the report below its verdict. */
export function briefBody(summary: Summary, colors: Colors): string[] {
  const { header, footer, causes } = summary;
  const more = causes.length - NEXT;
  const others = otherLines(summary, colors);
  return [
    ...(header === undefined ? [] : askedLines(header, summary)),
    ...(causes.length === 0 ? [] : ['', colors.bold('Fix next'), '']),
    ...causes.slice(0, NEXT).flatMap((cause, index) => [...causeLines(index + 1, cause, header, colors), '']),
    ...(more > 0 ? [`and ${more === 1 ? '1 more cause' : `${more} more causes`}: --verbose shows more`] : []),
    ...(causes.length === 0 && others.length > 0 ? [''] : []),
    ...others.filter((line) => line !== ''),
    ...(footer === undefined ? [] : [...scoreLines(summary, footer), ...baselineOf(footer, colors)]),
  ];
}

function verdictLine({ header, footer, counts }: Summary, colors: Colors): string {
  if (footer === undefined) {
    const why = `the log has no end: the run was killed after ${total(counts)} cases`;
    return `grade: ${colors.bold(colors.yellow('incomplete'))}: ${why}`;
  }
  const { reasons } = footer;
  const why = reasons.length === 0 ? '' : `: ${reasons.map(visible).join('; ')}`;
  return `${gradeText(footer, header, colors)}${why}`;
}

function askedLines(header: HeaderLine, summary: Summary): string[] {
  const { spec, implementation, command, inputs, filter } = header;
  const who = implementation === null ? visible(command.join(' ')) : nameOf(implementation);
  const about = [visible(spec), who, inputs.join(', ')].filter((part) => part !== '');
  const questions = filter === null ? [] : [shown(filter)];
  return [about.join(' · '), [corpusText(summary), ...questions].join(' · '), ...declaredLines(header)];
}

function baselineOf({ baseline }: FooterLine, colors: Colors): string[] {
  return baseline === null ? [] : baselineLines(baseline, colors);
}

function causeLines(
  number: number,
  cause: Cause<CaseLine>,
  header: HeaderLine | undefined,
  colors: Colors,
): string[] {
  const { kind, level, places, count, gain, samples } = cause;
  const [sample] = samples;
  if (sample === undefined) return [];
  const where =
    places.length === 0 ? '' : ` at ${places.slice(0, 2).join(', ')}${places.length > 2 ? ', …' : ''}`;
  const worth = count === 1 ? '1 case' : `${count} cases`;
  const gained = gain === count ? '' : `, ${gain} would pass`;
  const what = [colors.bold(fitting(`${kind}${where}`, 44)), level, `${worth}${gained}`].join(' · ');
  return [
    `${colors.red(`${number}.`)} ${what}`,
    `   ${fitting(sentenceOf(cause, header), WIDTH - 3)}`,
    ...documentLines(sample, colors),
    ...answerLines(sample, colors),
    ...(header === undefined ? [] : replayLines(header, sample, colors)),
  ];
}

function sentenceOf({ kind, requirement }: Cause<CaseLine>, header: HeaderLine | undefined): string {
  if (requirement === undefined) return inGeneral(kind);
  const sentence = header?.requirements[requirement]?.sentence;
  return sentence === undefined ? requirement : `${requirement}  ${sentence}`;
}

function documentLines({ input }: CaseLine, colors: Colors): string[] {
  const lines = input.kind === 'json' ? [input.text] : input.text.trimEnd().split('\n');
  const kept = lines.slice(0, YAML_LINES);
  const last = lines.length > YAML_LINES ? ['…'] : [];
  return [...kept, ...last].map((line, index) => named(index === 0 ? 'document' : '', line, colors));
}

function answerLines(line: CaseLine, colors: Colors): string[] {
  const [first] = line.differences ?? [];
  if (first === undefined)
    return [named('expected', expectedOf(line), colors), named('received', heardOf(line), colors)];
  const where = first.path === '' ? '' : ` at ${first.path}`;
  return [
    named('expected', `${first.expected ?? 'nothing'}${where}`, colors),
    named('received', first.received ?? 'nothing', colors),
  ];
}

/** Returns the answer, or how the program ended where it gave none. */
function heardOf(line: CaseLine): string {
  return line.received === null && line.message !== undefined ? line.message : receivedOf(line);
}

/** The line that asks this case again. It is not cut, so that it can be copied. */
function replayLines(
  { command, mode, inputs, answers }: HeaderLine,
  line: CaseLine,
  colors: Colors,
): string[] {
  if (command.length === 0) return [];
  const plain =
    mode === 'plain' ? [answers === undefined ? '--plain' : '--verdicts', '--input', ...inputs] : [];
  const words = ['dstack-conformance', 'certify', ...plain, '--case', line.case, '--', ...command];
  return [`   ${colors.dim('replay'.padEnd(INDENT - 3))}${shellWords(words)}`];
}

function named(name: string, text: string, colors: Colors): string {
  return `   ${colors.dim(name.padEnd(INDENT - 3))}${fitting(text, WIDTH - INDENT)}`;
}

/** Makes text from outside safe to print, and cuts it to a number of columns. */
function fitting(text: string, columns: number): string {
  const safe = shown(text, columns);
  return safe.length > columns ? `${safe.slice(0, columns - 1)}…` : safe;
}
