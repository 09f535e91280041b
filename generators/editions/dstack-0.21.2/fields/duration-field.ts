import { LEVELS } from '../../../../spec/generated/editions/dstack-0.21.2/levels.ts';
import type { Pen } from '../../../choices/pen.ts';
import { boolean, type Node } from '../../../document/node.ts';
import { fieldsWith, spellNull, type Field } from '../../../fields/field.ts';
import { drawPeriod } from '../../../meaning/duration.ts';
import { spellDuration } from '../../../spelling/duration.ts';
import { DEFAULT_TASK, type TaskMeaning } from './meaning.ts';

const field = fieldsWith<TaskMeaning>(DEFAULT_TASK, LEVELS);

/**
 * Makes a field that holds a duration or `off`.
 * max_duration/given: `max_duration` is the maximum duration of a run.
 * max_duration/default: `max_duration` defaults to `off`.
 * stop_duration/given: `stop_duration` is the maximum duration of stopping.
 * stop_duration/default: `stop_duration` defaults to `5m`.
 */
export function durationField(
  name: 'max_duration' | 'stop_duration',
  popularity: number,
): Field<TaskMeaning> {
  return field(name, {
    popularity,
    given: `${name}/given`,
    byDefault: `${name}/default`,
    draw: drawPeriod,
    spell: spellDuration,
    spellAbsent: spellAbsentDuration,
  });
}

/**
 * Writes `true`, which means the same as no duration, or null.
 * duration/true: `true` means the default.
 */
export function spellAbsentDuration(pen: Pen): Node {
  if (!pen.strays(2)) return spellNull(pen);
  pen.note('duration/true');
  return boolean(true);
}
