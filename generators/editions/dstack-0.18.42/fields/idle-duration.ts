import { drawDuration, type Duration } from '../../../meaning/duration.ts';
import { WIDE_NEGATIVE_INTEGERS } from '../../../document/wide-integers.ts';
import { boolean, integer, knownText, NULL, text, type Node } from '../../../document/node.ts';
import type { Entries } from '../../../document/entries.ts';
import type { Pen } from '../../../choices/pen.ts';
import { oneOf } from '../../../choices/choose.ts';
import { spellDuration, spellSeconds } from '../../../spelling/duration.ts';

const IDLE_DURATION = knownText('idle_duration');
const TERMINATION_IDLE_TIME = knownText('termination_idle_time');
const TERMINATION_POLICY = knownText('termination_policy');
const DONT_DESTROY = knownText('dont-destroy');
const DESTROY_AFTER_IDLE = knownText('destroy-after-idle');

const ANY_KEY = [IDLE_DURATION, TERMINATION_IDLE_TIME, TERMINATION_POLICY] as const;

const NEGATIVE = [-1, -5, -300, -86_400, ...WIDE_NEGATIVE_INTEGERS] as const;

/** Writes one meaning with one of three fields. Two of them are deprecated, and can replace `idle_duration`. */
export function spellIdleDuration(idle: Duration, entries: Entries, pen: Pen): void {
  const way = pen.way(4, 12);
  if (way >= 9 && idle === 'off') {
    spellDontDestroy(entries, pen);
    return;
  }
  if (way >= 6) {
    pen.note('termination_idle_time/folded');
    entries.add(TERMINATION_IDLE_TIME, spellTerminationIdleTime(idle, pen));
  } else {
    pen.note('idle_duration/given');
    entries.add(IDLE_DURATION, spellIdleField(idle, pen));
    if (way === 3) addOverruledTime(entries, pen);
  }
  if (pen.strays(8)) addDestroyAfterIdle(entries, pen);
}

/** Writes the default with a field that changes nothing. */
export function spellNoIdleDuration(entries: Entries, pen: Pen): void {
  if (pen.strays(3)) {
    addDestroyAfterIdle(entries, pen);
    return;
  }
  const key = oneOf(pen.source, ANY_KEY);
  const isTrue = key === IDLE_DURATION && pen.strays(2);
  pen.note(isTrue ? 'duration/true' : 'null/absent');
  entries.add(key, isTrue ? boolean(true) : NULL);
}

/** idle_duration/negative: A negative `idle_duration` is `off`. */
function spellIdleField(idle: Duration, pen: Pen): Node {
  if (idle !== 'off' || !pen.strays(2)) return spellDuration(idle, pen);
  pen.note('idle_duration/negative');
  return spellSeconds(oneOf(pen.source, NEGATIVE), pen);
}

/**
 * termination_idle_time/boolean: A boolean `termination_idle_time` is 1 or 0 seconds.
 * `off` means zero seconds here, and a negative time means never.
 */
function spellTerminationIdleTime(idle: Duration, pen: Pen): Node {
  if (idle === 'off') return spellSeconds(oneOf(pen.source, NEGATIVE), pen);
  if ((idle !== 0 && idle !== 1) || pen.way(1, 3) === 0) return spellSeconds(idle, pen);
  pen.note('termination_idle_time/boolean');
  return boolean(idle === 1);
}

/**
 * termination_policy/dont-destroy: `termination_policy: dont-destroy` makes the idle duration `off`, whatever
 *   else is given.
 */
function spellDontDestroy(entries: Entries, pen: Pen): void {
  pen.note('termination_policy/values');
  pen.note('termination_policy/dont-destroy');
  entries.add(TERMINATION_POLICY, DONT_DESTROY);
  if (pen.source.below(3) === 2) entries.add(IDLE_DURATION, spellDuration(drawDuration(pen), pen));
  if (pen.source.below(3) === 2) entries.add(TERMINATION_IDLE_TIME, text('10m'));
}

/** termination_idle_time/deprecated: `idle_duration` wins over `termination_idle_time`. */
function addOverruledTime(entries: Entries, pen: Pen): void {
  pen.note('termination_idle_time/deprecated');
  if (!pen.strays(2)) {
    entries.add(TERMINATION_IDLE_TIME, text('10m'));
    return;
  }
  pen.note('duration/negative');
  entries.add(TERMINATION_IDLE_TIME, integer(-1));
}

/** termination_policy/destroy-after-idle: `termination_policy: destroy-after-idle` changes nothing. */
function addDestroyAfterIdle(entries: Entries, pen: Pen): void {
  pen.note('termination_policy/values');
  pen.note('termination_policy/destroy-after-idle');
  entries.add(TERMINATION_POLICY, DESTROY_AFTER_IDLE);
}
