import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TestCase } from '../case/case.ts';
import { isFailure } from '../judge/outcome.ts';
import type { Asker } from './asker.ts';
import { confirmed } from './confirm.ts';
import type { RunnerEvents, RunnerSettings } from './run.ts';

/** Asks one case after the other, and a failing one once more, unless its failure is familiar. */
export async function askOneByOne(
  cases: Iterator<TestCase | undefined>,
  asker: Asker,
  { isFamiliar }: Pick<RunnerSettings, 'isFamiliar'>,
  events: RunnerEvents,
): Promise<void> {
  for (let next = cases.next(); next.done !== true && asker.stopped === undefined; next = cases.next()) {
    if (next.value === undefined) {
      await nextTurn();
      continue;
    }
    const first = await asker.ask(next.value, 0);
    if (first === undefined) continue;
    const isSettled = !isFailure(first.outcome) || isFamiliar?.(first) === true;
    const second = isSettled ? undefined : await asker.ask(next.value, 0);
    events.result(second === undefined ? first : confirmed(first, second));
  }
}
