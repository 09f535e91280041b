import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import type { Ending } from './ending.ts';
import { startWatchdog } from './process-group.ts';
import { Wire } from './wire.ts';

const run = randomUUID();
const watchdog = startWatchdog(run);
afterAll(() => {
  watchdog.dismiss();
});

/**
 * Returns how a program ends. Some programs write for ever, more than a pipe holds, and some listeners are busy
 * meanwhile.
 */
function ending(program: string, timeoutMs: number, onLine: (wire: Wire) => void): Promise<Ending> {
  return new Promise((done) => {
    const wire = new Wire(
      {
        command: ['sh', '-c', program],
        marker: `${run}.1`,
        watchdog,
        sweeps: false,
        maxMessageBytes: 1_000_000,
        signal: new AbortController().signal,
      },
      {
        line: () => {
          onLine(wire);
        },
        pause: () => undefined,
        ended: done,
      },
    );
    wire.watch(timeoutMs);
  });
}

function beBusy(ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until;);
}

describe('silence', () => {
  it('ends a program that says nothing', async () => {
    expect(await ending('sleep 100', 100, () => undefined)).toMatchObject({ kind: 'silent', ms: 100 });
  });

  it('is not counted while the harness itself is busy', async () => {
    let isFirst = true;
    const answer = await ending('echo one; sleep 1.4; echo two; exit 7', 1000, (wire) => {
      wire.progress();
      if (isFirst) beBusy(1000);
      isFirst = false;
    });
    expect(answer).toMatchObject({ kind: 'exit', exit: { code: 7 } });
  });

  it('is not counted while the timer could not fire', async () => {
    const answer = ending('sleep 1.2; exit 7', 500, () => undefined);
    setTimeout(beBusy, 100, 1000);
    expect(await answer).toMatchObject({ kind: 'exit', exit: { code: 7 } });
  });
});
