import { isScreen } from './excerpt.ts';

/** A line that is written over and over. It is shown on a terminal only. */
export interface Progress {
  /** Shows a line. The function is called only when a line is due. */
  readonly show: (line: () => string) => void;
  readonly clear: () => void;
}

const EVERY_MS = 100;
const USUAL_COLUMNS = 80;

/** The stream of a terminal; `columns` is its width of the moment. */
interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export function progressOn(stream: Screen): Progress {
  if (!isScreen(stream)) return { show: () => undefined, clear: () => undefined };
  let shownAt = performance.now();
  let isShown = false;
  return {
    show: (line) => {
      const now = performance.now();
      if (now - shownAt < EVERY_MS) return;
      shownAt = now;
      isShown = true;
      stream.write(`\r\u001b[K${fitting(line(), stream.columns)}`);
    },
    clear: () => {
      if (isShown) stream.write('\r\u001b[K');
      isShown = false;
    },
  };
}

/**
 * Cuts a line so that the cursor stays in it: one that is broken could not be written over. The lines are our own and
 * hold narrow characters only.
 */
function fitting(line: string, columns = 0): string {
  // A terminal that does not know its width says 0.
  const width = columns === 0 ? USUAL_COLUMNS : columns;
  return line.length < width ? line : `${line.slice(0, Math.max(0, width - 2))}…`;
}

/** Returns an integer: the number per second since a time of performance.now(). */
export function ratePerSecond(done: number, startedAt: number): number {
  return Math.round((done * 1000) / Math.max(1, performance.now() - startedAt));
}
