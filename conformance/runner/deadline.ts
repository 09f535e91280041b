import { PlannedEnd } from './planned-end.ts';

/** The reason of an AbortSignal that ends a run because its time is over. */
export class DeadlineReached extends PlannedEnd {
  constructor(seconds: number) {
    super(`the deadline of ${seconds} s was reached`);
  }
}
