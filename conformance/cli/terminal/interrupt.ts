import { EXIT_INTERRUPTED } from '../../judge/grade.ts';

/**
 * Turns signals such as Ctrl-C into an AbortSignal. The second signal ends the process at once, and the watchdog
 * cleans up.
 */
export interface Interrupt {
  readonly signal: AbortSignal;
  readonly release: () => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function interruptSignal(): Interrupt {
  const controller = new AbortController();
  function interrupt(): void {
    if (controller.signal.aborted) process.exit(EXIT_INTERRUPTED);
    controller.abort();
  }
  for (const name of SIGNALS) process.on(name, interrupt);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of SIGNALS) process.off(name, interrupt);
    },
  };
}
