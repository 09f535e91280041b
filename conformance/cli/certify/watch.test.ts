import { describe, expect, it } from 'vitest';
import { watchAndCertify, type WatchedRun } from './watch.ts';

/** Plays runs of a program and a number of changes. Returns what was asked and said, and the exit code. */
async function play(
  runs: readonly Partial<WatchedRun>[],
  changes: number,
): Promise<{ asked: (readonly string[] | undefined)[]; said: string[]; exitCode: number }> {
  const asked: (readonly string[] | undefined)[] = [];
  const said: string[] = [];
  let left = changes;
  const exitCode = await watchAndCertify({
    certify: (cases) => {
      const given = runs[asked.length] ?? {};
      asked.push(cases);
      const { failed = [], exitCode = failed.length > 0 ? 1 : 0, isLast = false } = given;
      return Promise.resolve({ exitCode, isLast, failed });
    },
    changes: { next: () => Promise.resolve((left -= 1) >= 0) },
    signal: new AbortController().signal,
    say: (message) => said.push(message),
  });
  return { asked, said, exitCode };
}

function failing(...failed: string[]): Partial<WatchedRun> {
  return { failed };
}

describe('a watched run', () => {
  it('asks all cases, and only what failed after a change', async () => {
    const { asked, said, exitCode } = await play([failing('a', 'b'), failing('b'), failing('b')], 2);
    expect(asked).toEqual([undefined, ['a', 'b'], ['b']]);
    expect(said).toEqual([
      'waiting for a change, to ask the 2 cases that failed (Ctrl-C ends)',
      'changed: asking 2 cases that failed',
      'waiting for a change, to ask the 1 case that failed (Ctrl-C ends)',
      'changed: asking 1 case that failed',
      'waiting for a change, to ask the 1 case that failed (Ctrl-C ends)',
    ]);
    expect(exitCode).toBe(1);
  });

  it('asks all cases as soon as those that failed pass', async () => {
    const { asked, said, exitCode } = await play([failing('a'), {}, {}], 1);
    expect(asked).toEqual([undefined, ['a'], undefined]);
    expect(said.slice(1)).toEqual([
      'changed: asking 1 case that failed',
      'they pass: asking all cases',
      'waiting for a change, to ask all cases (Ctrl-C ends)',
    ]);
    expect(exitCode).toBe(0);
  });

  it('asks all cases after a change if nothing failed', async () => {
    expect((await play([{}, {}, failing('a')], 2)).asked).toEqual([undefined, undefined, undefined]);
  });

  it('ends with the exit code of the run that is the last', async () => {
    const { asked, exitCode } = await play([failing('a'), { exitCode: 130, isLast: true }], 9);
    expect(asked).toEqual([undefined, ['a']]);
    expect(exitCode).toBe(130);
    expect((await play([{ exitCode: 2, isLast: true }], 9)).exitCode).toBe(2);
  });
});
