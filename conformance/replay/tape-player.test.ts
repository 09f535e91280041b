import { describe, expect, it } from 'vitest';
import type { CaseResult, Outcome, Received } from '../judge/outcome.ts';
import { findMarked } from '../process/process-group.ts';
import { record, settingsFor } from '../testing/run-scripted.ts';
import { goodCases, NORMAL, scriptedCase, scriptedChild, type Act } from '../testing/scripted.ts';
import { playTape } from './tape-player.ts';
import type { RunnerSettings } from '../runner/run.ts';
import { answeredIn, tapeOf, type Lines, type Tape } from './tape.ts';

const COUNT = 300;

/** Returns a tape of three hundred passed cases. One of them acts differently when it is asked again. */
async function tapeWith(act?: Act, at = 150) {
  const { results } = await record(settingsFor(scriptedChild()), goodCases(COUNT));
  const odd = scriptedCase('odd', act);
  return tapeFrom(results.map((result, index) => (index === at ? { ...result, test: odd } : result)));
}

/** Returns a tape of a single piece. */
function tapeFrom(results: readonly CaseResult[]): readonly [Tape] {
  const [piece, ...others] = tapeOf(results.flatMap((result) => answeredIn(result) ?? []));
  if (piece === undefined || others.length > 0) throw new Error('the tape has not one piece');
  return [piece];
}

async function replayWith(act: Act, changes: Partial<RunnerSettings> = {}, hello = '{}') {
  const settings = settingsFor(scriptedChild(hello), { timeoutMs: 400, ...changes });
  const replayed = await playTape(settings, await tapeWith(act));
  return { ...replayed, left: findMarked(settings.run) };
}

function linesIn({ bytes, ends }: Lines): string[] {
  return ends.slice(1).map((end, index) => bytes.toString('utf8', ends[index], end));
}

describe('tapeOf', () => {
  it('holds the passed cases, with their exact answers', () => {
    const pass: Outcome = { kind: 'pass' };
    const fail: Outcome = { kind: 'unsupported', reason: 'r' };
    const spelled: Received = { kind: 'result', json: '{"rejected":[{"path":"/é"}]}' };
    const [{ cases, questions, answers }] = tapeFrom([
      { test: scriptedCase('failed'), outcome: fail, received: spelled, durationMs: 1 },
      { test: scriptedCase('spelled'), outcome: pass, received: spelled, durationMs: 1 },
      { test: scriptedCase('same'), outcome: pass, received: { kind: 'same' }, durationMs: 1 },
    ]);
    expect(cases).toEqual(['spelled', 'same']);
    expect(linesIn(questions)).toEqual([
      '{"jsonrpc":"2.0","id":1,"method":"normalize","params":{"config":{"id":"spelled"}}}\n',
      '{"jsonrpc":"2.0","id":2,"method":"normalize","params":{"config":{"id":"same"}}}\n',
    ]);
    expect(linesIn(answers)).toEqual([
      '{"jsonrpc":"2.0","id":1,"result":{"rejected":[{"path":"/é"}]}}\n',
      `{"jsonrpc":"2.0","id":2,"result":{"accepted":${NORMAL}}}\n`,
    ]);
  });
});

describe('playTape', () => {
  it.each([1, 2, 3, 64, 1024])('confirms all equal answers, with a window of %i', async (window) => {
    const settings = settingsFor(scriptedChild(`{ window: ${window} }`));
    expect(await playTape(settings, await tapeWith())).toEqual({ confirmed: COUNT });
    expect(findMarked(settings.run)).toEqual([]);
  });

  it('confirms a tape whose questions each exceed the limit of characters in flight', async () => {
    const settings = settingsFor(scriptedChild(), { maxCharsInFlight: 10 });
    expect(await playTape(settings, await tapeWith())).toEqual({ confirmed: COUNT });
  });

  it.each<[string, Act]>([
    ['another answer', { do: 'answer', result: { rejected: [] } }],
    ['a stray line', { do: 'say-first', text: 'debug\n' }],
    ['a second answer', { do: 'say-after', text: '{"jsonrpc":"2.0","id":ID,"result":null}\n' }],
    ['another spelling', { do: 'say', text: '{"id":ID}\n' }],
  ])('ends at %s', async (_, act) => {
    const { confirmed, stopped, left } = await replayWith(act);
    expect(confirmed).toBeLessThanOrEqual(150);
    expect(stopped).toMatch(/^it answered the case (odd|good\/\d+) otherwise$/);
    expect(left).toEqual([]);
  });

  it.each<[string, Act, string]>([
    ['an exit', { do: 'exit', code: 3 }, 'crash: exited with code 3'],
    ['silence', { do: 'ignore' }, 'hang: no answer within 400 ms'],
  ])('ends at %s', async (_, act, why) => {
    const replayed = await replayWith(act, {}, '{ window: 1 }');
    expect(replayed).toEqual({ confirmed: 150, stopped: why, left: [] });
  });

  it('takes no answer before its question was asked', async () => {
    const tape = await tapeWith();
    const answers = JSON.stringify(linesIn(tape[0].answers).slice(0, 5).join(''));
    // The handshake is the first piece of input, and the first question is the second.
    const flood = `let pieces = 0; process.stdin.on('data', () => { if (++pieces === 2) process.stdout.write(${answers}); });`;
    const settings = settingsFor(scriptedChild('{ window: 1 }', flood));
    expect(await playTape(settings, tape)).toEqual({
      confirmed: 0,
      stopped: 'it answered the case good/0 otherwise',
    });
  });

  it('returns the reason if it could not begin', async () => {
    const settings = settingsFor([process.execPath, '-e', 'process.exit(4)']);
    expect(await playTape(settings, await tapeWith())).toMatchObject({ confirmed: 0 });
  });
});
