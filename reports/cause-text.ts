import type { CaseLine, HeaderLine } from '../spec/generated/event-log.ts';
import type { Cause } from '../conformance/judge/cause.ts';
import { shellWords } from './shell-words.ts';

/** Returns what goes wrong and where, such as `wrong-value at /nodes`. A longer list of places is cut. */
export function causeTitle({ kind, places, samples }: Cause<Pick<CaseLine, 'outcome'>>): string {
  const what = samples[0]?.outcome === 'protocol-error' ? `protocol-error (${kind})` : kind;
  if (places.length === 0) return what;
  return `${what} at ${places.slice(0, 2).join(', ')}${places.length > 2 ? ', …' : ''}`;
}

/** Returns the number of cases that fail for a cause, and how many would pass without it. */
export function causeWorth({ count, gain }: Cause<CaseLine>): string {
  const cases = count === 1 ? '1 case' : `${count} cases`;
  return gain === count ? cases : `${cases}, ${gain} would pass`;
}

/** Describes a failure that is not about a single requirement. */
export function inGeneral(kind: string): string {
  switch (kind) {
    case 'accepted-invalid':
      return 'Invalid documents are accepted, whatever is wrong with them.';
    case 'left-out':
      return 'Answers leave out values. Every value of the normal form must be said, defaults too.';
    default:
      return 'No requirement tells the documents that fail so from the others.';
  }
}

export function expectedOf({ expected }: CaseLine): string {
  if ('accepted' in expected) return 'accepted';
  return `rejected, ${expected.rejected.map(({ path }) => (path === '' ? 'as a whole' : `at ${path}`)).join(', ')}`;
}

export function receivedOf({ received }: CaseLine): string {
  if (received === null) return 'nothing';
  return received.text ?? JSON.stringify(received);
}

/** Returns the answer, or how the program ended where it gave none. */
export function heardOf(line: CaseLine): string {
  return line.received === null && line.message !== undefined ? line.message : receivedOf(line);
}

/** What a case should have given and what it gave, at the first place where the two differ. */
export interface Contrast {
  readonly expected: string;
  readonly received: string;
}

export function contrastOf(line: CaseLine): Contrast {
  const [first] = line.differences ?? [];
  if (first === undefined) return { expected: expectedOf(line), received: heardOf(line) };
  const where = first.path === '' ? '' : ` at ${first.path}`;
  return { expected: `${first.expected ?? 'nothing'}${where}`, received: first.received ?? 'nothing' };
}

/** Returns the line for a shell that asks a case again, safe to print; undefined if there is no command to ask. */
export function replayLine(
  { command, mode, inputs, answers }: HeaderLine,
  { case: id }: CaseLine,
): string | undefined {
  if (command.length === 0) return undefined;
  const plain =
    mode === 'plain' ? [answers === undefined ? '--plain' : '--verdicts', '--input', ...inputs] : [];
  return shellWords(['dstack-conformance', 'certify', ...plain, '--case', id, '--', ...command]);
}
