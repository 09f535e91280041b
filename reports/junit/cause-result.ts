import type { CaseLine } from '../../spec/generated/event-log.ts';
import { isBrokenRun, type Cause } from '../../conformance/judge/cause.ts';
import { causeEvidence, causeSentence } from '../cause-evidence.ts';
import { causeTitle, causeWorth } from '../cause-text.ts';
import type { Summary } from '../summary.ts';
import type { TestResult } from './test-result.ts';

/** Returns a failure for a wrong answer, and an error for a crash, a hang or a fault, if the exit code counts them. */
export function resultOfCause(cause: Cause<CaseLine>, summary: Summary): TestResult {
  const { header } = summary;
  const message = `${causeTitle(cause)}: ${causeSentence(cause, header)} (${causeWorth(cause)})`;
  const text = causeEvidence(cause, header);
  const allowed = whyAllowed(cause, summary);
  if (allowed !== undefined)
    return { kind: 'skipped', type: cause.kind, message: `${allowed}: ${message}`, text };
  return { kind: isBrokenRun(cause.kind) ? 'error' : 'failure', type: cause.kind, message, text };
}

/** Returns the reason why a cause does not count for the exit code; undefined if it counts. */
function whyAllowed({ level }: Cause<CaseLine>, { header, footer, verdict }: Summary): string | undefined {
  if (verdict.exitCode === 0) return 'failed, which the exit code allows';
  const isStrict = header?.require === 'drop-in' || (footer !== undefined && footer.baseline !== null);
  return level === 'observed' && !isStrict
    ? 'failed on observed behaviour, which conformant programs may'
    : undefined;
}
