import type { Schedule } from '../meaning/schedule.ts';
import { knownText, mapping, text, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { spellList } from './text.ts';

const CRON = knownText('cron');

/**
 * schedule/cron: `cron` is the time of the run, as a cron expression.
 * schedule/cron-list: `cron` may be a list of expressions.
 */
export function spellSchedule({ crons }: Schedule, pen: Pen): Node {
  const [only, ...more] = crons;
  pen.note('schedule/cron');
  if (only !== undefined && more.length === 0 && pen.source.below(2) === 0)
    return mapping([CRON], [text(only)]);
  pen.note('schedule/cron-list');
  return mapping([CRON], [spellList(crons, pen, text)]);
}
