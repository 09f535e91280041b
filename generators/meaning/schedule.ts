import type { NormalSchedule } from '../../spec/values.ts';
import type { Pen } from '../choices/pen.ts';
import { drawCron } from './cron.ts';
import { drawList } from './list.ts';

/** The times of a run, at least one. */
export interface Schedule {
  readonly crons: readonly string[];
}

export function drawSchedule(pen: Pen): Schedule {
  if (pen.source.below(3) < 2) return { crons: [drawCron(pen)] };
  return { crons: drawList(pen, 1, () => drawCron(pen)) };
}

export function normalSchedule({ crons }: Schedule): NormalSchedule {
  return { cron: [...crons] };
}
