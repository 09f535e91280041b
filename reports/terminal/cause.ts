import type { CaseLine, HeaderLine, LogDifference } from '../../spec/generated/event-log.ts';
import { shown, visible } from '../visible.ts';
import { expectedOf, inGeneral, receivedOf } from '../cause-text.ts';
import type { Colors } from '../colors.ts';
import type { Cause } from '../../conformance/judge/cause.ts';

const DIFFERENCES = 4;
const STDERR_LINES = 6;
const REQUIREMENTS = 6;
const PLACES = 8;

/** Renders a cause: its symptom and place, its shortest case in full, and the names of other cases. */
export function renderCause(
  cause: Cause<CaseLine>,
  header: HeaderLine | undefined,
  colors: Colors,
): string[] {
  const { level, places, samples, count, gain } = cause;
  const [first, ...others] = samples;
  if (first === undefined) return [];
  const cases = count === 1 ? '1 case' : `${count} cases`;
  const mended = gain === count ? '' : `, ${gain} of which fail for nothing else`;
  const what = first.outcome === 'protocol-error' ? `protocol-error (${cause.kind})` : cause.kind;
  const where = places.length === 1 ? ` at ${shown(places[0] ?? '')}` : '';
  return [
    `${colors.red('✗')} ${colors.bold(visible(what))}${where} · ${level} · ${cases}${mended} · ${cause.id}`,
    ...whatLines(cause, header, colors).map((line) => `    ${line}`),
    ...(places.length > 1 ? [`    ${colors.dim('at'.padEnd(9))} ${listOf(places, PLACES)}`] : []),
    ...caseLines(first, colors).map((line) => `    ${line}`),
    ...(others.length === 0
      ? []
      : [`    ${colors.dim('also')}      ${namesOf(others, count - samples.length)}`]),
    '',
  ];
}

function whatLines(
  { kind, requirement, requirements }: Cause<CaseLine>,
  header: HeaderLine | undefined,
  colors: Colors,
): string[] {
  if (requirement === undefined) return [inGeneral(kind), ...idLines(requirements)];
  const sentence = header?.requirements[requirement]?.sentence;
  const besides = requirements.filter((id) => id !== requirement);
  return [
    sentence === undefined
      ? visible(requirement)
      : `${colors.cyan(visible(requirement))}  ${visible(sentence)}`,
    ...(besides.length === 0 ? [] : [`with ${listOf(besides, REQUIREMENTS)}`]),
  ];
}

function idLines(requirements: readonly string[]): string[] {
  return requirements.length === 0 ? [] : [listOf(requirements, REQUIREMENTS)];
}

function listOf(texts: readonly string[], most: number): string {
  const more = texts.length - most;
  const named = texts
    .slice(0, most)
    .map((text) => shown(text))
    .join(', ');
  return more > 0 ? `${named} and ${more} more` : named;
}

function caseLines(line: CaseLine, colors: Colors): string[] {
  const { input, message, differences = [], stderr, nondeterministic, listed } = line;
  const fields: [string, string][] = [
    ['case', line.case],
    [input.kind, input.text],
  ];
  if (differences.length === 0) fields.push(['expected', expectedOf(line)], ['received', receivedOf(line)]);
  if (message !== undefined) fields.push(['that is', message]);
  if (nondeterministic !== undefined) fields.push(['but then', `${nondeterministic} (nondeterministic)`]);
  if (listed !== undefined)
    fields.push([
      listed.flaky === true ? 'flaky' : 'listed',
      `${listed.reason} ${listed.link ?? ''}`.trimEnd(),
    ]);
  return [
    ...fields.map(([name, text]) => `${colors.dim(name.padEnd(9))} ${shown(text)}`),
    ...differenceLines(differences, colors),
    ...(stderr === undefined ? [] : stderrLines(stderr, colors)),
  ];
}

function differenceLines(differences: readonly LogDifference[], colors: Colors): string[] {
  const lines = differences.slice(0, DIFFERENCES).map(({ path, expected, received }) => {
    const place = colors.bold(shown(path === '' ? '(the whole)' : path));
    return `${colors.dim('at'.padEnd(9))} ${place}  expected ${colors.green(shown(expected ?? 'nothing'))}  received ${colors.red(shown(received ?? 'nothing'))}`;
  });
  const more = differences.length - DIFFERENCES;
  return more > 0 ? [...lines, `${''.padEnd(9)} and ${more} more places`] : lines;
}

function stderrLines(stderr: string, colors: Colors): string[] {
  const lines = stderr.trimEnd().split('\n').slice(-STDERR_LINES);
  return lines.map((line, index) => `${colors.dim((index === 0 ? 'stderr' : '').padEnd(9))} ${shown(line)}`);
}

function namesOf(lines: readonly CaseLine[], more: number): string {
  const names = lines.map((line) => visible(line.case)).join(', ');
  return more > 0 ? `${names} and ${more} more` : names;
}
