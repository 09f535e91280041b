import { InvalidArgumentError, Option } from 'commander';
import type { Detail } from '../../../reports/terminal/report.ts';

/** The folder where `fuzz` keeps its finds by default. */
export const DEFAULT_CORPUS = '.dstack-conformance/corpus';

/** Readers of option values. Each returns the value, or throws commander's error with the valid values. */

export function seconds(text: string): number {
  const value = /^\d{1,5}(?:\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value > 0 && value <= 86_400)) throw new InvalidArgumentError('a number of seconds is needed.');
  return value;
}

const UNIT_SECONDS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600 };
/** The greatest time span, in seconds. A timer waits no longer. */
const LONGEST_SECONDS = 24 * 24 * 3600;
const SPAN = /^(?<amount>\d{1,6}(?:\.\d{1,3})?)(?<unit>[smh]?)$/;

/** Reads a time span such as `90`, `60s`, `5m` or `1h`, and returns seconds. */
export function timeSpan(text: string): number {
  const { amount, unit } = SPAN.exec(text)?.groups ?? {};
  const value = Number(amount) * (UNIT_SECONDS[unit ?? ''] ?? Number.NaN);
  if (!(value > 0)) throw new InvalidArgumentError('a time is needed, such as 60s, 5m or 1h.');
  if (value > LONGEST_SECONDS) throw new InvalidArgumentError('at most 576h are possible.');
  return value;
}

export function integer(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is needed.');
  return Number(text);
}

export function positiveInteger(text: string): number {
  const value = integer(text);
  if (value === 0) throw new InvalidArgumentError('at least 1 is needed.');
  return value;
}

/** Reads a seed, which has 32 bits so that it is short enough to copy by hand. */
export function seed(text: string): number {
  const value = Number(text);
  if (!/^[0-9]{1,10}$/.test(text) || value > 0xffff_ffff)
    throw new InvalidArgumentError(`a whole number from 0 to 4294967295 is needed.`);
  return value;
}

export const PLAIN_HELP =
  'no adapter: one process per case, the document on stdin, the normal form on stdout';

export function plainInput(): Option {
  return new Option('--input <kind>', 'what --plain sends').choices(['yaml', 'json']).default('yaml');
}

export function verdictsAlone(): Option {
  return new Option('--verdicts', 'with --plain: only exit codes count, values are not judged').implies({
    plain: true,
  });
}

/** Warnings are printed on standard error unless this is given. */
export function noWarnings(): Option {
  return new Option('--no-warnings', 'say nothing of what YAML loses silently');
}

/** Declares fields in the place of the program. */
export function declaredFields(): Option {
  return new Option('--fields <names...>', 'only these fields, whatever the program declares');
}

/** The grade that the exit code asks for. */
export function requiredGrade(): Option {
  return new Option('--require <grade>', 'the grade that exit code 0 asks for').choices([
    'conformant',
    'drop-in',
  ]);
}

/** The flags that say how much a report for a terminal tells. */
export interface DetailFlags {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

export function quiet(): Option {
  return new Option('--quiet', 'print the verdict in one line').conflicts('json');
}

export function verbose(): Option {
  return new Option('--verbose', 'print counts by topic, and twenty causes in full').conflicts([
    'json',
    'quiet',
  ]);
}

export function detailOf({ quiet: isQuiet, verbose: isVerbose }: DetailFlags): Detail {
  if (isQuiet === true) return 'quiet';
  return isVerbose === true ? 'verbose' : 'brief';
}

/** The flags about programs without an adapter. */
export interface PlainFlags {
  readonly plain?: boolean;
  readonly input?: 'yaml' | 'json';
  readonly verdicts?: boolean;
}

/** Returns the kind of input for programs without an adapter, or nothing for programs with one. */
export function plainOf({ plain, input = 'yaml', verdicts = false }: PlainFlags): {
  readonly plain?: 'yaml' | 'json';
  readonly verdicts?: boolean;
} {
  return plain === true ? { plain: input, verdicts } : {};
}
