import { drawDuration } from '../../../meaning/duration.ts';
import { DEFAULT_TASK, type TaskMeaning } from './meaning.ts';
import { boolean, type Node } from '../../../document/node.ts';
import type { Pen } from '../../../choices/pen.ts';
import { spellDuration } from '../../../spelling/duration.ts';
import { fieldsWith, spellNull, type Field } from '../../../fields/field.ts';

const field = fieldsWith<TaskMeaning>(DEFAULT_TASK);

export function durationField(
  name: 'max_duration' | 'stop_duration',
  popularity: number,
): Field<TaskMeaning> {
  return field(name, {
    popularity,
    given: `${name}/given`,
    byDefault: `${name}/default`,
    draw: drawDuration,
    spell: spellDuration,
    spellAbsent: spellAbsentDuration,
  });
}

/** duration/true: writes `true`, which means the same as no duration. */
function spellAbsentDuration(pen: Pen): Node {
  if (!pen.strays(2)) return spellNull(pen);
  pen.note('duration/true');
  return boolean(true);
}
