import type { Summary } from '../summary.ts';

/** Returns the reason why two runs can't be compared; undefined if they can be, as far as their headers tell. */
export function whyIncomparable(before: Summary, now: Summary): string | undefined {
  const [one, other] = [before.header, now.header];
  if (one === undefined || other === undefined) return 'a log without a header names no edition';
  if (one.spec !== other.spec) return `one run is about ${one.spec}, and the other one about ${other.spec}`;
  if (one.answers !== other.answers) return 'one run judged values, and the other one verdicts alone';
  return undefined;
}
