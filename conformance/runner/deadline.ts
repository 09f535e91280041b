/** The reason of an AbortSignal that ends a run because its time is over. */
export class DeadlineReached extends Error {
  constructor(seconds: number) {
    super(`the deadline of ${seconds} s was reached`);
  }
}

/** Returns the deadline that has ended a run; undefined if none has. */
export function deadlineIn(signal: AbortSignal | undefined): DeadlineReached | undefined {
  const reason: unknown = signal?.reason;
  return reason instanceof DeadlineReached ? reason : undefined;
}
