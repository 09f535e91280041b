import { describe, expect, it } from 'vitest';
import { NO_COLORS } from '../../reports/colors.ts';
import { renderSmoke } from '../cli/smoke/run.ts';
import { smoke } from './smoke.ts';
import { bundled } from '../testing/bundled.ts';
import { scriptedChild } from '../testing/scripted.ts';
import { EDITION } from '../testing/edition.ts';

const REFERENCE = [...(await bundled('conformance/cli/main.ts')), 'adapter'];

async function findings(command: readonly string[]) {
  const report = await smoke({ edition: EDITION, command, timeoutMs: 400, startupTimeoutMs: 10_000 });
  const text = renderSmoke(report, undefined, NO_COLORS);
  return { marks: report.checks.map(({ result }) => result), text };
}

describe('smoke', () => {
  it('finds no fault in the reference, and prints the conversation', async () => {
    const { marks, text } = await findings(REFERENCE);
    expect(new Set(marks)).toEqual(new Set(['good']));
    expect(text).toContain('→ {"jsonrpc":"2.0","id":0,"method":"initialize"');
    expect(text).toContain('← {"jsonrpc":"2.0","id":1,"result":{"accepted":{');
    expect(text).toContain('"error":{"code":-32601');
  });

  it.each<[string, readonly string[], string]>([
    ['not there', ['/no/such'], 'could not be started'],
    ['an echo', ['cat'], 'an implementation only answers'],
    ['another protocol', scriptedChild('{ protocol: 3 }'), 'speaks protocol "3"'],
    ['a crash', scriptedChild('{}', 'act = () => process.exit(7);'), 'it exited with code 7'],
    [
      'answers that stay in a buffer',
      scriptedChild(
        '{}',
        "act = (id) => { process.on('exit', () => { result(id, { rejected: [] }); flush(); }); };",
      ),
      'answers came only after standard input was closed: flush after each line',
    ],
    ['silence', scriptedChild('{}', 'act = () => undefined;'), 'did not answer within 400 ms'],
    [
      'the wrong id',
      scriptedChild('{}', 'act = () => { result(77, { rejected: [] }); };'),
      'it answers id 77',
    ],
  ])('advises what to fix after %s', async (_name, command, advice) => {
    const { marks, text } = await findings(command);
    expect(marks).toContain('bad');
    expect(text).toContain(advice);
    expect(text).toContain('the protocol is not right yet');
  });

  it.each<[string, readonly string[], string]>([
    [
      'a wrong answer',
      scriptedChild('{}', 'act = (id) => { result(id, { accepted: { ...NORMAL, nodes: 2 } }); };'),
      '(nodes/default); /nodes is 2 and should be 1',
    ],
    [
      'no normal form',
      scriptedChild('{}', 'act = (id) => { result(id, { accepted: {} }); };'),
      '`type` is required',
    ],
    [
      'an echo of the question',
      scriptedChild('{}', 'act = (id, config) => { result(id, { accepted: config }); };'),
      'every default must be said (nodes/default, privileged/default, working_dir/default, …); /nodes must be there, as 1; ',
    ],
  ])('takes %s for an answer that is not right yet', async (_name, command, advice) => {
    const { marks, text } = await findings(command);
    expect(marks).toContain('open');
    expect(marks).not.toContain('bad');
    expect(text).toContain(advice);
    expect(text).toContain('the protocol is right');
  });

  it('shows control characters instead of sending them to the terminal', async () => {
    const { text } = await findings([
      'sh',
      '-c',
      "printf '\\033]0;title\\007\\n'; printf '\\033[2J' >&2; sleep 5",
    ]);
    expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(text).toContain('\\u001b]0;title\\u0007');
  });
});
