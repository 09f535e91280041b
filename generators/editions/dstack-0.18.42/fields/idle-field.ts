import { drawDuration, type Duration } from '../../../meaning/duration.ts';
import { DEFAULT_TASK, type TaskMeaning } from './meaning.ts';
import { knownText } from '../../../document/node.ts';
import type { Pen } from '../../../choices/pen.ts';
import { spellIdleDuration, spellNoIdleDuration } from './idle-duration.ts';
import type { Entries } from '../../../document/entries.ts';
import { always, never, type Field } from '../../../fields/field.ts';
import type { Presence } from '../../../fields/presence.ts';

/** `idle_duration` and the two deprecated fields that may replace it. */
export const IDLE_FIELD: Field<TaskMeaning> = {
  key: knownText('idle_duration'),
  popularity: 60,
  byDefault: ['idle_duration/default'],
  isObserved: false,
  isFree: always,
  isNeeded: never,
  inBare: null,
  otherKeys: ['termination_policy', 'termination_idle_time'],
  parts: [],
  write: writeIdleDuration,
};

function writeIdleDuration(presence: Presence, task: TaskMeaning, entries: Entries, pen: Pen): void {
  if (presence === 'absent') {
    pen.byDefault('idle_duration/default');
    spellNoIdleDuration(entries, pen);
    return;
  }
  task.idle_duration = presence === 'given' ? drawIdleDuration(pen) : DEFAULT_TASK.idle_duration;
  spellIdleDuration(task.idle_duration, entries, pen);
}

/** idle_duration/negative: A negative `idle_duration` is `off`. */
function drawIdleDuration(pen: Pen): Duration {
  // Zero and one second are frequent, because their spellings are special.
  if (pen.strays(5)) return pen.source.below(2);
  if (pen.source.below(4) === 3) return 'off';
  const idle = drawDuration(pen);
  return idle !== 'off' && idle < 0 ? 'off' : idle;
}
