import { join } from 'node:path';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCases } from '../../case/example-cases.ts';
import { testOfFind } from '../../corpus/find.ts';
import { builtProgram } from '../../faulty/table/build-program.ts';
import { inProcessProgram } from '../../faulty/table/in-process-program.ts';
import type { Answered } from '../../replay/tape.ts';
import type { Replayed } from '../../replay/tape-player.ts';
import type { Asker } from '../../runner/asker.ts';
import { protocolProgram } from '../../runner/program.ts';
import { captureOutput } from '../../testing/captured-output.ts';
import { EDITION } from '../../testing/edition.ts';
import { logOf } from '../../testing/honest-log.ts';
import { EDITS } from '../../testing/log-edits.ts';
import { FORGERIES } from '../../testing/log-forgeries.ts';
import { someFind } from '../../testing/some-find.ts';
import type { Replayable } from './replayable.ts';
import { replay, runReplay } from './run.ts';

/** The program whose logs are edited. It is wrong about values alone, so no process is needed to ask it again. */
const WRONG = 'default-nodes';

const WRONG_HERE = replayableHere(WRONG);

const FLAGS = { jobs: 1, timeout: 5, startupTimeout: 10 } as const;

let folder = '';
const printed = captureOutput();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'replay-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('replay of a log', () => {
  let command: readonly string[] = [];
  /** The logs of the wrong program, without newlines: of a few finds, and of a part of the suite. */
  let ofFinds: readonly string[] = [];
  let ofSuite: readonly string[] = [];

  beforeAll(async () => {
    command = [...(await builtProgram()), '--fault', WRONG];
    const program = protocolProgram(command);
    const finds = exampleCases(EDITION)
      .filter(({ input }) => input.kind === 'json')
      .slice(0, 12)
      .map(({ input, expected, requirements }) => testOfFind(someFind({ input, expected, requirements })));
    ofFinds = await logOf(program, { cases: [], finds, requirements: [] });
    ofSuite = await logOf(program, { filter: { topics: ['ports', 'text'] } });
  });

  async function written(bytes: string | Buffer): Promise<string> {
    const log = join(folder, 'edited.ndjson');
    await writeFile(log, bytes);
    return log;
  }

  /** Replays a log against the program in this process. */
  async function replayHere(bytes: string | Buffer): Promise<number> {
    return replay([await written(bytes)], () => WRONG_HERE, FLAGS);
  }

  it.each([
    ['finds', () => ofFinds],
    ['a part of the suite', () => ofSuite],
  ])('finds nothing to name in an honest log of %s', async (_, lines) => {
    const bytes = lines()
      .map((line) => `${line}\n`)
      .join('');
    expect(await runReplay([await written(bytes)], command, FLAGS)).toBe(1);
    expect(printed.err).toBe('');
    expect(printed.out).toMatch(/^[1-9]\d* of \d+ answers are byte for byte/);
    const { out } = printed;
    printed.out = '';
    expect(await replayHere(bytes)).toBe(1);
    expect(printed.err).toBe('');
    expect(printed.out.split('\n')[0]).toBe(out.split('\n')[0]);
  });

  it.each(EDITS)('names it and exits with 3 if $name', async ({ edit }) => {
    expect(await replayHere(edit(ofFinds))).toBe(3);
    expect(printed.err).toContain('edited.ndjson: ');
  });

  it.each(FORGERIES)('makes the corpus anew, and exits with 3 if $name', async ({ edit }) => {
    expect(await replayHere(edit(ofSuite))).toBe(3);
    expect(printed.err).toContain('edited.ndjson: ');
  });
});

/** Returns a program of the table as a function in this process that can be asked again. */
function replayableHere(name: string): Replayable {
  const implementation = inProcessProgram(name);
  if (implementation === undefined) throw new Error(`${name} is wrong about more than values`);
  return {
    asked: () => implementation,
    play: (settings, answered) => playHere(implementation.open(settings), answered),
  };
}

/** Asks questions again up to the first whose answer is another one. */
async function playHere(asker: Asker, answered: Iterable<Answered>): Promise<Replayed> {
  // The answers are compared as they are, so no case says which ones are right.
  const unknown = {
    edition: EDITION,
    expected: { kind: 'rejected', violations: [] },
    requirements: [],
  } as const;
  let confirmed = 0;
  for (const { id, input, json } of answered) {
    const result = await asker.ask({ ...unknown, id, input }, 0);
    if (result?.received.kind !== 'result' || result.received.json !== json) break;
    confirmed += 1;
  }
  await asker.close();
  return { confirmed };
}
