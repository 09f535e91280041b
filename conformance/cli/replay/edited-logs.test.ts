import { join } from 'node:path';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCases } from '../../case/example-cases.ts';
import { testOfFind } from '../../corpus/find.ts';
import { builtProgram } from '../../faulty/table/build-program.ts';
import { protocolProgram } from '../../runner/program.ts';
import { captureOutput } from '../../testing/captured-output.ts';
import { EDITION } from '../../testing/edition.ts';
import { logOf } from '../../testing/honest-log.ts';
import { EDITS } from '../../testing/log-edits.ts';
import { FORGERIES } from '../../testing/log-forgeries.ts';
import { someFind } from '../../testing/some-find.ts';
import { runReplay } from './run.ts';

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
  let wrong: readonly string[] = [];
  /** The logs of the wrong program, without newlines: of a few finds, and of a part of the suite. */
  let ofFinds: readonly string[] = [];
  let ofSuite: readonly string[] = [];

  beforeAll(async () => {
    wrong = [...(await builtProgram()), '--fault', 'default-nodes'];
    const program = protocolProgram(wrong);
    const finds = exampleCases(EDITION)
      .filter(({ input }) => input.kind === 'json')
      .slice(0, 12)
      .map(({ input, expected, requirements }) => testOfFind(someFind({ input, expected, requirements })));
    ofFinds = await logOf(program, { cases: [], finds, requirements: [] });
    ofSuite = await logOf(program, { filter: { topics: ['ports', 'text'] } });
  });

  async function replay(bytes: string | Buffer): Promise<number> {
    const log = join(folder, 'edited.ndjson');
    await writeFile(log, bytes);
    return runReplay([log], wrong, FLAGS);
  }

  it.each([
    ['finds', () => ofFinds],
    ['a part of the suite', () => ofSuite],
  ])('finds nothing to name in an honest log of %s', async (_, lines) => {
    expect(
      await replay(
        lines()
          .map((line) => `${line}\n`)
          .join(''),
      ),
    ).toBe(1);
    expect(printed.err).toBe('');
    expect(printed.out).toMatch(/^[1-9]\d* of \d+ answers are byte for byte/);
  });

  it.each(EDITS)('names it and exits with 3 if $name', async ({ edit }) => {
    expect(await replay(edit(ofFinds))).toBe(3);
    expect(printed.err).toContain('edited.ndjson: ');
  });

  it.each(FORGERIES)('makes the corpus anew, and exits with 3 if $name', async ({ edit }) => {
    expect(await replay(edit(ofSuite))).toBe(3);
    expect(printed.err).toContain('edited.ndjson: ');
  });
});
