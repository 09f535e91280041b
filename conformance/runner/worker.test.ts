import { describe, expect, it } from 'vitest';
import { findMarked } from '../process/process-group.ts';
import { record, settingsFor, type Recorded } from '../testing/run-scripted.ts';
import { goodCases, NORMAL, scriptedCase, scriptedChild } from '../testing/scripted.ts';

function tally({ results }: Recorded): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of results) counts[outcome.kind] = (counts[outcome.kind] ?? 0) + 1;
  return counts;
}

function namesOf({ results }: Recorded, kind: string): string[] {
  return results
    .filter(({ outcome }) => outcome.kind === kind)
    .map(({ test }) => test.id)
    .sort();
}

const RIGHT = `{"jsonrpc":"2.0","id":ID,"result":{"accepted":${NORMAL}}}\n`;
const command = scriptedChild();

describe('many at once', () => {
  it('names every crash and hang among thousands, and no other case', async () => {
    const cases = goodCases(5000).map((test, index) => {
      if (index % 1000 === 300) return scriptedCase(`crash/${index}`, { do: 'exit', code: 1 });
      return index % 2000 === 700 ? scriptedCase(`hang/${index}`, { do: 'ignore' }) : test;
    });
    const recorded = await record(settingsFor(command, { timeoutMs: 300 }), cases);
    expect(tally(recorded)).toEqual({ pass: 4992, crash: 5, hang: 3 });
    expect(namesOf(recorded, 'crash').every((name) => name.startsWith('crash/'))).toBe(true);
    expect(namesOf(recorded, 'hang').every((name) => name.startsWith('hang/'))).toBe(true);
    expect(recorded.faults).toEqual([]);
  });

  it('gives each case exactly one result with several processes', async () => {
    const cases = goodCases(3000).map((test, index) =>
      index % 500 === 250 ? scriptedCase(`crash/${index}`, { do: 'signal', signal: 'SIGKILL' }) : test,
    );
    const recorded = await record(settingsFor(command, { jobs: 3 }), cases);
    expect(tally(recorded)).toEqual({ pass: 2994, crash: 6 });
    expect(new Set(recorded.results.map(({ test }) => test.id)).size).toBe(3000);
    expect(findMarked(recorded.run)).toEqual([]);
  });

  it('asks every failing case twice, and finishes even if all fail', async () => {
    const cases = Array.from({ length: 500 }, (_, index) =>
      scriptedCase(`bad/${index}`, { do: 'answer', result: { rejected: [] } }),
    );
    const recorded = await record(settingsFor(command), cases);
    expect(tally(recorded)).toEqual({ fail: 500 });
    expect(recorded.results.some(({ nondeterministic }) => nondeterministic !== undefined)).toBe(false);
  });

  it('reports a second answer to an earlier case even if the process ends right after it', async () => {
    const odd = scriptedChild(
      '{}',
      'act = (id) => { result(id === 4 ? 1 : id, { rejected: [] }); if (id === 4) { flush(); process.exit(3); } };',
    );
    const recorded = await record(settingsFor(odd), [scriptedCase('a'), scriptedCase('b')]);
    expect(tally(recorded)).toEqual({ fail: 2 });
    expect(recorded.faults).toMatchObject([{ kind: 'repeated-id' }]);
  });

  it('names the case of a repeated answer even if the first one is long forgotten', async () => {
    const text = RIGHT.replace('ID', '1');
    const cases = [...goodCases(9000), scriptedCase('late', { do: 'say-after', text })];
    const recorded = await record(settingsFor(command), cases);
    expect(tally(recorded)).toEqual({ pass: 9000, 'protocol-error': 1 });
    expect(namesOf(recorded, 'protocol-error')).toEqual(['late']);
    expect(recorded.faults).toEqual([]);
  });

  it('finishes when every answer comes with a stray line', async () => {
    const cases = Array.from({ length: 300 }, (_, index) =>
      scriptedCase(`loud/${index}`, { do: 'say-first', text: 'debug\n' }),
    );
    const recorded = await record(settingsFor(command), cases);
    expect(tally(recorded)).toEqual({ 'protocol-error': 300 });
    expect(recorded.faults).toEqual([]);
  });
});

describe('blame', () => {
  it.each([1, 64])(
    'falls on the case after whose right answer the process exits, with a window of %d',
    async (window) => {
      const late = scriptedCase('late', { do: 'answer-and-exit', code: 0 });
      const recorded = await record(settingsFor(scriptedChild(`{ window: ${window} }`)), [
        ...goodCases(20),
        late,
        ...goodCases(100).slice(20),
      ]);
      expect(tally(recorded)).toEqual({ pass: 100, crash: 1 });
      expect(namesOf(recorded, 'crash')).toEqual(['late']);
      expect(recorded.faults).toEqual([]);
    },
  );

  it('falls on nobody for a death that no case causes alone', async () => {
    const cases = goodCases(200).map((test, index) =>
      index === 100 ? scriptedCase('tired', { do: 'after', count: 50, act: { do: 'exit', code: 1 } }) : test,
    );
    const recorded = await record(settingsFor(command), cases);
    expect(tally(recorded)).toEqual({ pass: 200 });
    expect(recorded.faults).toMatchObject([
      { kind: 'crash', message: expect.stringContaining('none of them does it alone') as string },
    ]);
  });

  it('falls on the case that was alone in flight, with a note that it happened only once', async () => {
    const cases = [
      ...goodCases(20),
      scriptedCase('tired', { do: 'after', count: 10, act: { do: 'exit', code: 1 } }),
    ];
    const recorded = await record(settingsFor(scriptedChild('{ window: 1 }')), cases);
    expect(recorded.results.at(-1)).toMatchObject({ outcome: { kind: 'crash' }, nondeterministic: 'pass' });
    expect(recorded.faults).toEqual([]);
  });

  it('falls on the run for a stray line that no case causes alone', async () => {
    const cases = goodCases(200).map((test, index) =>
      index === 100 ? scriptedCase('odd', { do: 'once', act: { do: 'say-first', text: 'hello\n' } }) : test,
    );
    const recorded = await record(settingsFor(command), cases);
    expect(tally(recorded)).toEqual({ pass: 200 });
    expect(recorded.faults).toMatchObject([
      { kind: 'stray-output', message: expect.stringContaining('hello') as string },
    ]);
  });

  it('falls on the run for a late second answer, and the fault names the case', async () => {
    const cases = goodCases(200).map((test, index) =>
      index === 150 ? scriptedCase('odd', { do: 'say-first', text: RIGHT.replace('ID', '3') }) : test,
    );
    const recorded = await record(settingsFor(command), cases);
    expect(tally(recorded)).toEqual({ pass: 200 });
    expect(recorded.faults).toMatchObject([{ kind: 'repeated-id', cases: ['good/2'] }]);
  });
});

describe('a key that an answer gives twice', () => {
  it.each([
    ['in the answer', '{"accepted":{"type":"task",'],
    ['around it', '{"accepted":{},"accepted":{'],
  ])('is noted and tolerated %s', async (_, beginning) => {
    const text = RIGHT.replace('{"accepted":{', beginning);
    const cases = [...goodCases(3), scriptedCase('twice', { do: 'say', text })];
    const recorded = await record(settingsFor(command), cases);
    expect(tally(recorded)).toEqual({ pass: 4 });
    expect(recorded.notes).toEqual([
      expect.stringMatching(/^an answer gives the key "(?:type|accepted)" twice/) as string,
    ]);
  });
});

describe('limits', () => {
  it('stops after the allowed restarts and keeps the results so far', async () => {
    const cases = goodCases(100).map((test, index) =>
      index % 10 === 5 ? scriptedCase(`crash/${index}`, { do: 'exit', code: 1 }) : test,
    );
    const recorded = await record(settingsFor(command), cases, 5);
    expect(recorded.end.stopped).toContain('--max-restarts');
    expect(namesOf(recorded, 'crash').length).toBeGreaterThanOrEqual(2);
    expect(recorded.results.length).toBeLessThan(100);
  });

  it('gives up on a program that never reads', async () => {
    const big = {
      ...scriptedCase('big'),
      input: { kind: 'json', text: `"${'x'.repeat(1_000_000)}"` },
    } as const;
    const deaf = [
      'sh',
      '-c',
      `read line; echo '{"jsonrpc":"2.0","id":0,"result":{"protocol":1,"implementation":{"name":"deaf"},"inputs":["json"],"window":100}}'; sleep 100`,
    ];
    const recorded = await record(settingsFor(deaf, { timeoutMs: 200 }), [big, big, big], 2);
    expect(recorded.results.every(({ outcome }) => outcome.kind === 'hang')).toBe(true);
    expect(recorded.end.stopped).toContain('--max-restarts');
    expect(findMarked(recorded.run)).toEqual([]);
  });

  it('takes answers of megabytes, and stops a flood', async () => {
    const long = scriptedCase('long', {
      do: 'say',
      text: RIGHT.replace('{"type"', ' '.repeat(900_000) + '{"type"'),
    });
    const flood = scriptedCase('flood', { do: 'say', text: 'noise\n'.repeat(100_000) });
    const recorded = await record(settingsFor(command), [long, ...goodCases(50), flood, long]);
    expect(tally(recorded)).toEqual({ pass: 52, 'protocol-error': 1 });
    expect(namesOf(recorded, 'protocol-error')).toEqual(['flood']);
  });

  it('stops at once when it is interrupted and keeps the results so far', async () => {
    const controller = new AbortController();
    const slow = scriptedChild(
      '{ window: 1 }',
      'setInterval(() => undefined, 1000); process.on("SIGTERM", () => undefined);',
    );
    function* cases() {
      yield* goodCases(5);
      // A program in lock-step gets this question when the others are answered.
      setTimeout(() => {
        controller.abort();
      }, 100);
      yield scriptedCase('hang', { do: 'ignore' });
    }
    const recorded = await record(
      settingsFor(slow, { signal: controller.signal, timeoutMs: 60_000 }),
      cases(),
    );
    expect(recorded.end.stopped).toBe('interrupted');
    expect(tally(recorded)).toEqual({ pass: 5 });
    expect(findMarked(recorded.run)).toEqual([]);
  });
});

describe('starting', () => {
  it.each([
    ['a program that is not there', ['/no/such/program'], 'could not be started'],
    ['an exit', ['false'], 'exited with code 1 before it answered'],
    ['silence', ['sleep', '100'], 'did not answer initialize within 300 ms'],
    [
      'an answer that stays in a buffer',
      ['sh', '-c', `cat > /dev/null; echo '{"jsonrpc":"2.0","id":0,"result":{}}'`],
      'answers came only after standard input was closed: flush after each line',
    ],
    ['an echo', ['cat'], 'an implementation only answers'],
    ['a banner', ['sh', '-c', 'echo Listening; cat'], 'Listening'],
    ['a byte-order mark', scriptedChild('{}', "process.stdout.write('\\ufeff');"), 'byte-order mark'],
    [
      'no newline',
      ['sh', '-c', `printf '{"jsonrpc":"2.0","id":0,"result":{}}'; sleep 100`],
      'without a newline',
    ],
    ['another protocol', scriptedChild('{ protocol: 2 }'), 'speaks protocol'],
  ])('%s gets a diagnosis in plain words', async (_name, program, diagnosis) => {
    const startupTimeoutMs = program[0] === process.execPath ? 10_000 : 300;
    const { end, results } = await record(settingsFor(program, { startupTimeoutMs }), goodCases(3));
    expect(end).toMatchObject({ stopped: expect.stringContaining(diagnosis) as string });
    expect(results).toEqual([]);
  });

  it('silence that the end of the input does not break is no buffer', async () => {
    const { end } = await record(settingsFor(['sleep', '100'], { startupTimeoutMs: 300 }), goodCases(1));
    expect(end.stopped).not.toContain('flush');
  });

  it('answers that stay in a buffer after the first one are a hang, which says so', async () => {
    const program = scriptedChild(
      '{}',
      `act = (id) => { process.on('exit', () => { result(id, { rejected: [] }); flush(); }); };`,
    );
    const { results } = await record(settingsFor(program, { timeoutMs: 300 }), goodCases(1));
    expect(results.map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'hang', message: expect.stringContaining('flush after each line') as string },
    ]);
  });
});

describe('the processes of an implementation', () => {
  it.each([
    ['a grandchild', 'spawn("sleep", ["1000"])'],
    [
      'a grandchild in another session',
      'spawn("sleep", ["1000"], { detached: true, stdio: "ignore" }).unref()',
    ],
    [
      'a grandchild in another session that holds the pipes',
      'spawn("sleep", ["1000"], { detached: true, stdio: "inherit" }).unref()',
    ],
  ])('include %s, which is ended with them', async (_name, code) => {
    const recorded = await record(
      settingsFor(scriptedChild('{}', `require("node:child_process").${code};`)),
      goodCases(10),
    );
    expect(tally(recorded)).toEqual({ pass: 10 });
    expect(findMarked(recorded.run)).toEqual([]);
  });

  it('are ended even if they ignore SIGTERM, shutdown and the end of their input, and a note says so', async () => {
    const stubborn = scriptedChild(
      '{}',
      'process.on("SIGTERM", () => undefined); setInterval(() => undefined, 1000); process.exit = () => undefined;',
    );
    const recorded = await record(settingsFor(stubborn), goodCases(10));
    expect(tally(recorded)).toEqual({ pass: 10 });
    expect(recorded.notes).toEqual([expect.stringContaining('was killed')]);
    expect(findMarked(recorded.run)).toEqual([]);
  });
});
