import { describe, expect, it } from 'vitest';
import type { CaseResult } from '../judge/outcome.ts';
import { findMarked } from '../process/process-group.ts';
import type { RunnerSettings } from './run.ts';
import { record, settingsFor } from '../testing/run-scripted.ts';
import { goodCases, NORMAL, scriptedCase, scriptedChild, type Act } from '../testing/scripted.ts';

const RIGHT = `{"jsonrpc":"2.0","id":ID,"result":{"accepted":${NORMAL}}}\n`;

/** Asks one odd case between good ones, and returns the outcome of the odd one and of the others. */
async function runAround(act: Act, changes: Partial<RunnerSettings> = {}, hello = '{}') {
  const cases = [...goodCases(100), scriptedCase('odd', act), ...goodCases(200).slice(100)];
  const recorded = await record(settingsFor(scriptedChild(hello), { timeoutMs: 400, ...changes }), cases);
  const odd = recorded.results.find(({ test }) => test.id === 'odd');
  const others = recorded.results.filter(({ test, outcome }) => test.id !== 'odd' && outcome.kind === 'pass');
  return { ...recorded, odd: odd && summary(odd), others: others.length };
}

function summary({ outcome, nondeterministic }: CaseResult) {
  const what = outcome.kind === 'protocol-error' ? outcome.fault.kind : outcome.kind;
  return nondeterministic === undefined ? what : `${what}, nondeterministic`;
}

describe('one case between good ones', () => {
  it.each<[string, Act, string]>([
    ['an exit with 0', { do: 'exit', code: 0 }, 'crash'],
    ['an exit with 1', { do: 'exit', code: 1 }, 'crash'],
    ['a signal', { do: 'signal', signal: 'SIGKILL' }, 'crash'],
    ['no answer', { do: 'ignore' }, 'hang'],
    ['a stop', { do: 'signal', signal: 'SIGSTOP' }, 'hang'],
    ['a debug line before the answer', { do: 'say-first', text: 'debug!\n' }, 'stray-output'],
    ['a debug line after the answer', { do: 'say-after', text: 'debug!\n' }, 'stray-output'],
    ['a number before the answer', { do: 'say-first', text: '42\n' }, 'stray-output'],
    ['an empty line', { do: 'say-after', text: '\n' }, 'stray-output'],
    ['broken JSON with an id', { do: 'say', text: '{"jsonrpc":"2.0","id":ID,\n' }, 'bad-json'],
    ['broken JSON without an id', { do: 'say', text: '{"json\n' }, 'bad-json'],
    ['half a line', { do: 'say', text: '{"jsonrpc":"2.0"' }, 'hang'],
    ['a message without a newline', { do: 'say', text: RIGHT.trimEnd() }, 'no-newline'],
    ['a message that is too long', { do: 'say', text: 'x'.repeat(1_000_001) }, 'too-long'],
    ['an id never asked', { do: 'say-first', text: RIGHT.replace('ID', '999999') }, 'unknown-id'],
    ['a second answer', { do: 'say-after', text: RIGHT }, 'repeated-id'],
    [
      'an error',
      { do: 'say', text: '{"jsonrpc":"2.0","id":ID,"error":{"code":1,"message":"no"}}\n' },
      'rpc-error',
    ],
    [
      'an error without an id',
      { do: 'say', text: '{"jsonrpc":"2.0","id":null,"error":{"code":1,"message":"no"}}\n' },
      'rpc-error',
    ],
    ['an id as text', { do: 'say', text: RIGHT.replace('ID', '"ID"') }, 'wrong-shape'],
    ['a batch', { do: 'say', text: `[${RIGHT.trimEnd()}]\n` }, 'wrong-shape'],
    ['a notification', { do: 'say-first', text: '{"jsonrpc":"2.0","method":"log"}\n' }, 'wrong-shape'],
    ['an unknown result', { do: 'answer', result: { valid: true } }, 'wrong-shape'],
    ['invalid UTF-8', { do: 'say', text: RIGHT.replace('train', 'trai\xff') }, 'invalid-utf8'],
    ['a byte-order mark', { do: 'say', text: `\xef\xbb\xbf${RIGHT}` }, 'byte-order-mark'],
    ['carriage returns', { do: 'say', text: RIGHT.replace('\n', '\r\n') }, 'pass'],
    ['another spelling', { do: 'say', text: RIGHT.replace('"5m"', '300') }, 'pass'],
    ['a wrong value', { do: 'say', text: RIGHT.replace('"5m"', '"6m"') }, 'fail'],
    ['a rejection', { do: 'answer', result: { rejected: [] } }, 'fail'],
    ['unsupported', { do: 'answer', result: { unsupported: 'no' } }, 'unsupported'],
    [
      'a wrong value once',
      { do: 'once', act: { do: 'answer', result: { rejected: [] } } },
      'fail, nondeterministic',
    ],
  ])('%s has its own outcome and leaves the other cases alone', async (_name, act, expected) => {
    const { odd, others, faults, run } = await runAround(act);
    expect({ odd, others, faults }).toEqual({ odd: expected, others: 200, faults: [] });
    expect(findMarked(run)).toEqual([]);
  });
});
