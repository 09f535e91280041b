/**
 * The reason of an AbortSignal that ends a run as it was told to, for example at a deadline. Unlike an interruption it
 * has an exit code of its own.
 */
export class PlannedEnd extends Error {}

/** Returns why a run ended as it was told to; undefined if it did not. */
export function plannedEndIn(signal: AbortSignal | undefined): PlannedEnd | undefined {
  const reason: unknown = signal?.reason;
  return reason instanceof PlannedEnd ? reason : undefined;
}
