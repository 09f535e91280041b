import type { CaseLine, FooterLine, HeaderLine } from '../../spec/generated/event-log.ts';
import type { Cause } from '../../conformance/judge/cause.ts';
import { causeTitle, causeWorth, contrastOf, inGeneral, replayLine } from '../cause-text.ts';
import type { Colors } from '../colors.ts';
import { cutColumns } from '../columns.ts';
import type { Summary } from '../summary.ts';
import { shown, visible } from '../visible.ts';
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

function verdictLine({ header, footer, verdict }: Summary, colors: Colors): string {
  const { grade, reasons } = verdict;
  const why = reasons.length === 0 ? '' : `: ${reasons.map(visible).join('; ')}`;
  const text =
    footer === undefined ? `grade: ${colors.bold(colors.yellow(grade))}` : gradeText(footer, header, colors);
  return `${text}${why}`;
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
  const { level, samples } = cause;
  const [sample] = samples;
  if (sample === undefined) return [];
  const what = [colors.bold(fitting(causeTitle(cause), 44)), level, causeWorth(cause)].join(' · ');
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
  const { expected, received } = contrastOf(line);
  return [named('expected', expected, colors), named('received', received, colors)];
}

/** The line that asks this case again. It is not cut, so that it can be copied. */
function replayLines(header: HeaderLine, line: CaseLine, colors: Colors): string[] {
  const replay = replayLine(header, line);
  return replay === undefined ? [] : [`   ${colors.dim('replay'.padEnd(INDENT - 3))}${replay}`];
}

function named(name: string, text: string, colors: Colors): string {
  return `   ${colors.dim(name.padEnd(INDENT - 3))}${fitting(text, WIDTH - INDENT)}`;
}

/** Makes text from outside safe to print, and cuts it to a number of columns. */
function fitting(text: string, columns: number): string {
  return cutColumns(shown(text, columns), columns);
}
