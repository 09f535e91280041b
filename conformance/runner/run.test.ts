import { describe, expect, it } from 'vitest';
import { settingsFor } from '../testing/run-scripted.ts';
import { goodCases } from '../testing/scripted.ts';
import { INTERRUPTED, Run } from './run.ts';

function runWith(signal = new AbortController().signal): Run {
  const events = {
    started: () => ({ cases: [], maxRestarts: 0 }),
    result: () => undefined,
    fault: () => undefined,
    note: () => undefined,
  };
  const watchdog = { watch: () => undefined, forget: () => undefined, dismiss: () => undefined };
  return new Run(settingsFor(['program'], { signal }), events, watchdog);
}

describe('a run', () => {
  it('keeps the first reason to stop, even if it is interrupted later', () => {
    const controller = new AbortController();
    const run = runWith(controller.signal);
    expect(run.stopped).toBeUndefined();
    run.stop('one');
    run.stop('another');
    controller.abort();
    expect(run.stopped).toBe('one');
  });

  it('blames the interruption for every failure after it', () => {
    const run = runWith(AbortSignal.abort());
    run.stop('it could not be started again');
    expect(run.stopped).toBe(INTERRUPTED);
  });

  it('stops when the restarts exceed the limit, and not before', () => {
    const run = runWith();
    run.plan({ cases: [], maxRestarts: 1 });
    run.countRestart('exited');
    expect(run.stopped).toBeUndefined();
    run.countRestart('was ended by SIGSEGV');
    expect(run.stopped).toContain('was ended by SIGSEGV');
  });

  it('hands out each case once, even if `hasMore` looked ahead', async () => {
    const run = runWith();
    const cases = goodCases(3);
    run.plan({ cases, maxRestarts: 0 });
    expect(await run.hasMore()).toBe(true);
    expect([run.next(), run.next(), run.next()]).toEqual(cases);
    expect(await run.hasMore()).toBe(false);
    expect(run.next()).toBeUndefined();
  });

  it('looks on for a case that was not found yet', async () => {
    const run = runWith();
    const [test] = goodCases(1);
    run.plan({ cases: [undefined, undefined, test], maxRestarts: 0 });
    expect(run.next()).toBeUndefined();
    expect(await run.hasMore()).toBe(true);
    expect(run.next()).toBe(test);
    expect(await run.hasMore()).toBe(false);
  });

  it('looks no further once it is stopped', async () => {
    const run = runWith();
    function* never(): Generator<undefined> {
      for (;;) yield undefined;
    }
    run.plan({ cases: never(), maxRestarts: 0 });
    setTimeout(() => {
      run.stop('enough');
    }, 10);
    expect(await run.hasMore()).toBe(false);
  });
});
