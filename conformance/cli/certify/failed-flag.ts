import { errorText } from '../../error-text.ts';
import type { Edition } from '../../edition.ts';
import { failedCases } from '../../verify/failed-cases.ts';
import { openLogText, type LogText } from '../../verify/log-text.ts';

/** What --failed decides: the cases to ask, and how many are generated to find them. */
interface Narrowed {
  readonly case: readonly string[];
  readonly cases: number;
}

export type FailedFlag =
  | { readonly kind: 'narrowed'; readonly flags: Narrowed }
  /** Nothing failed in that run. */
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly error: string };

/** Reads the log that --failed names. `cases` is the flag --cases, which counts more than the log. */
export async function readFailed(
  path: string,
  edition: Edition,
  cases: number | undefined,
): Promise<FailedFlag> {
  let log: LogText;
  try {
    log = await openLogText(path);
  } catch (error) {
    return { kind: 'refused', error: `the log can't be read: ${path}: ${errorText(error)}` };
  }
  const failed = failedCases(log, edition);
  if (failed.kind === 'refused') return { kind: 'refused', error: `${path}: ${failed.reason}` };
  if (failed.cases.length === 0) return { kind: 'none' };
  return { kind: 'narrowed', flags: { case: failed.cases, cases: cases ?? failed.generated } };
}
