import { LEVELS } from '../../../../spec/generated/editions/dstack-0.21.2/levels.ts';
import { oneOf } from '../../../choices/choose.ts';
import type { Pen } from '../../../choices/pen.ts';
import { integer, text, type Node } from '../../../document/node.ts';
import { WIDE_NEGATIVE_INTEGERS } from '../../../document/wide-integers.ts';
import { fieldsWith, type Field } from '../../../fields/field.ts';
import { drawPeriod, type Duration } from '../../../meaning/duration.ts';
import { spellDuration } from '../../../spelling/duration.ts';
import { spellAbsentDuration } from './duration-field.ts';
import { DEFAULT_TASK, type TaskMeaning } from './meaning.ts';

const NEGATIVE = [-1, -5, -300, -86_400, ...WIDE_NEGATIVE_INTEGERS] as const;

export const IDLE_FIELD: Field<TaskMeaning> = fieldsWith<TaskMeaning>(DEFAULT_TASK, LEVELS)('idle_duration', {
  popularity: 60,
  given: 'idle_duration/given',
  byDefault: 'idle_duration/default',
  draw: drawPeriod,
  spell: spellIdleDuration,
  spellAbsent: spellAbsentDuration,
});

/** idle_duration/negative: A negative `idle_duration` is `off`. */
function spellIdleDuration(idle: Duration, pen: Pen): Node {
  if (idle !== 'off' || !pen.strays(2)) return spellDuration(idle, pen);
  pen.note('idle_duration/negative');
  const seconds = oneOf(pen.source, NEGATIVE);
  if (pen.source.below(3) < 2) {
    pen.note('duration/number');
    return integer(seconds);
  }
  pen.note('duration/text-number');
  return text(`${seconds}`);
}
