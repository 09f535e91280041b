import { isFailure, type CaseResult } from './judge/outcome.ts';

/** A line that is written over and over, on a terminal only. */
export interface Progress {
  readonly update: (result: CaseResult, done: number, total: number) => void;
  readonly clear: () => void;
}

const EVERY_MS = 100;

export function progressOn(stream: { readonly isTTY?: boolean; write(text: string): unknown }): Progress {
  const startedAt = performance.now();
  let shownAt = startedAt;
  let failures = 0;
  return {
    update: (result, done, total) => {
      if (isFailure(result.outcome)) failures += 1;
      const now = performance.now();
      if (stream.isTTY !== true || now - shownAt < EVERY_MS) return;
      shownAt = now;
      const rate = Math.round((done * 1000) / (now - startedAt));
      stream.write(`\r\u001b[K${done} of ${total} cases · ${rate}/s · ${failures} failures`);
    },
    clear: () => {
      if (stream.isTTY === true && shownAt > startedAt) stream.write('\r\u001b[K');
    },
  };
}
