/** A line that is written over and over. It is shown on a terminal only. */
export interface Progress {
  /** Shows a line. The function is called only when a line is due. */
  readonly show: (line: () => string) => void;
  readonly clear: () => void;
}

const EVERY_MS = 100;

export function progressOn(stream: { readonly isTTY?: boolean; write(text: string): unknown }): Progress {
  if (stream.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  let shownAt = performance.now();
  let isShown = false;
  return {
    show: (line) => {
      const now = performance.now();
      if (now - shownAt < EVERY_MS) return;
      shownAt = now;
      isShown = true;
      stream.write(`\r\u001b[K${line()}`);
    },
    clear: () => {
      if (isShown) stream.write('\r\u001b[K');
      isShown = false;
    },
  };
}

/** Returns an integer: the number per second since a time of performance.now(). */
export function ratePerSecond(done: number, startedAt: number): number {
  return Math.round((done * 1000) / Math.max(1, performance.now() - startedAt));
}
