import { isFailure, type CaseResult } from '../judge/outcome.ts';
import { PlannedEnd } from '../runner/planned-end.ts';

/** How many failures end a run: the first one, perhaps on documented behaviour alone, or a number of any. */
export type FailuresAllowed =
  { readonly kind: 'first' | 'first-documented' } | { readonly kind: 'number'; readonly count: number };

/** Ends a run at a number of failures, by its signal. */
export class FailureLimit {
  readonly #allowed: FailuresAllowed;
  readonly #end = new AbortController();
  #count = 0;

  constructor(allowed: FailuresAllowed) {
    this.#allowed = allowed;
  }

  /** Aborts the run when there are enough failures. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** Adds a failure that no baseline lists. */
  add({ outcome }: CaseResult): void {
    if (!isFailure(outcome)) return;
    const isDocumented = outcome.kind !== 'fail' || outcome.level === 'documented';
    if (this.#allowed.kind !== 'first-documented' || isDocumented) this.#count += 1;
    const enough = this.#allowed.kind === 'number' ? this.#allowed.count : 1;
    if (this.#count === enough) this.#end.abort(new EnoughFailures(this.#allowed));
  }
}

/** The reason of an AbortSignal that ends a run because there are enough failures. */
class EnoughFailures extends PlannedEnd {
  constructor(allowed: FailuresAllowed) {
    super(`${ENDED}${describe(allowed)}`);
  }
}

function describe(allowed: FailuresAllowed): string {
  switch (allowed.kind) {
    case 'first':
      return 'the first failure (--fail-fast)';
    case 'first-documented':
      return 'the first failure on documented behaviour (--fail-fast)';
    case 'number':
      return `${allowed.count === 1 ? '1 failure' : `${allowed.count} failures`} (--max-failures)`;
  }
}

const ENDED = 'the run ended at ';

/**
 * Returns the exit code of a run that may have ended at its failures. What was not run is then no gap: the failures
 * decide. `isFailed` means that failures which count against the exit code were seen.
 */
export function exitCodeAtLimit(exitCode: number, stopped: string | undefined, isFailed: boolean): number {
  return stopped?.startsWith(ENDED) === true && isFailed ? 1 : exitCode;
}
