import type { CaseLine, HeaderLine, LogDifference } from '../spec/generated/event-log.ts';
import { shown, visible } from './visible.ts';
import type { Colors } from './colors.ts';
import type { FailureGroup } from './summary.ts';

const DIFFERENCES = 4;
const STDERR_LINES = 6;

/** A group of failures: what is broken, one case in full, and the names of others. */
export function renderGroup(group: FailureGroup, header: HeaderLine | undefined, colors: Colors): string[] {
  const { outcome, level, requirements, lines, count } = group;
  const [first, ...others] = lines;
  if (first === undefined) return [];
  const what = first.fault === undefined ? outcome : `${outcome} (${visible(first.fault)})`;
  const cases = count === 1 ? '' : ` · ${count} cases`;
  return [
    `${colors.red('✗')} ${colors.bold(what)} · ${level}${cases}`,
    ...requirementLines(requirements, header, colors).map((line) => `    ${line}`),
    ...caseLines(first, colors).map((line) => `    ${line}`),
    ...(others.length === 0
      ? []
      : [`    ${colors.dim('also')}      ${namesOf(others, count - lines.length)}`]),
    '',
  ];
}

function requirementLines(
  requirements: readonly string[],
  header: HeaderLine | undefined,
  colors: Colors,
): string[] {
  return requirements.slice(0, 6).map((id) => {
    const sentence = header?.requirements[id]?.sentence;
    return sentence === undefined ? visible(id) : `${colors.cyan(visible(id))}  ${visible(sentence)}`;
  });
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
  if (listed !== undefined) fields.push(['listed', [listed.reason, listed.link ?? ''].join(' ').trimEnd()]);
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

function expectedOf({ expected }: CaseLine): string {
  if ('accepted' in expected) return 'accepted';
  return `rejected, ${expected.rejected.map(({ path }) => (path === '' ? 'as a whole' : `at ${path}`)).join(', ')}`;
}

function receivedOf({ received }: CaseLine): string {
  if (received === null) return 'nothing';
  return received.text ?? JSON.stringify(received);
}

function stderrLines(stderr: string, colors: Colors): string[] {
  const lines = stderr.trimEnd().split('\n').slice(-STDERR_LINES);
  return lines.map((line, index) => `${colors.dim((index === 0 ? 'stderr' : '').padEnd(9))} ${shown(line)}`);
}

function namesOf(lines: readonly CaseLine[], more: number): string {
  const names = lines.map((line) => visible(line.case)).join(', ');
  return more > 0 ? `${names} and ${more} more` : names;
}
