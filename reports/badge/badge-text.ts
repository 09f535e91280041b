import type { LogGrade } from '../../spec/generated/event-log.ts';
import { cutBytes } from '../cut-bytes.ts';
import { scopeText } from '../scope.ts';
import type { Summary } from '../summary.ts';
import { WHY_WITHHELD } from '../verdict.ts';
import { visible } from '../visible.ts';

/** What a badge says. The colour is hexadecimal, and only repeats the words. */
export interface BadgeText {
  readonly label: string;
  readonly message: string;
  readonly color: string;
}

/** Longer texts are cut after this many bytes, because a badge is one line. */
const LONGEST = 120;

/** White text has a contrast of at least 4.5 to 1 on each of these. */
const COLORS: Readonly<Record<LogGrade, string>> = {
  'drop-in': '1a7f37',
  conformant: '1a7f37',
  incomplete: '9a6700',
  'non-conformant': 'cf222e',
};
const NO_GRADE_COLOR = '57606a';

/** Returns the words of a badge. A run that shows less than a full one has no grade on it. */
export function badgeText({ header, verdict: { grade }, withheld }: Summary): BadgeText {
  const label = textOf(header?.spec ?? 'dstack-conformance');
  if (withheld !== undefined)
    return { label, message: `no grade: ${WHY_WITHHELD[withheld]}`, color: NO_GRADE_COLOR };
  return { label, message: textOf(`${grade}${scopeText(header ?? {})}`), color: COLORS[grade] };
}

function textOf(text: string): string {
  return cutBytes(visible(text), LONGEST);
}
