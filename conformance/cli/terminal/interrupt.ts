import { EXIT_INTERRUPTED } from '../../judge/grade.ts';
import { DeadlineReached } from '../../runner/deadline.ts';

/**
 * Turns signals such as Ctrl-C into an AbortSignal. The second signal ends the process at once, and the watchdog
 * cleans up.
 */
export interface Interrupt {
  readonly signal: AbortSignal;
  readonly release: () => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** `deadline` is in seconds. The signal is then aborted with the reason `DeadlineReached`. */
export function interruptSignal(deadline?: number): Interrupt {
  const controller = new AbortController();
  function interrupt(): void {
    if (controller.signal.aborted) process.exit(EXIT_INTERRUPTED);
    controller.abort();
  }
  for (const name of SIGNALS) process.on(name, interrupt);
  const timer =
    deadline === undefined
      ? undefined
      : setTimeout(() => {
          controller.abort(new DeadlineReached(deadline));
        }, deadline * 1000);
  return {
    signal: controller.signal,
    release: () => {
      clearTimeout(timer);
      for (const name of SIGNALS) process.off(name, interrupt);
    },
  };
}
