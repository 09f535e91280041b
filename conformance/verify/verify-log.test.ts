import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { FooterLine } from '../../spec/generated/event-log.ts';
import { SuiteCases, SUITE_SEED } from '../case/suite-cases.ts';
import { CaseSource } from '../certify/case-source.ts';
import { EDITION } from '../testing/edition.ts';
import { logOf } from '../testing/honest-log.ts';
import { anySplice, EDITS } from '../testing/log-edits.ts';
import { sealed } from '../testing/log-forgeries.ts';
import { LogText } from './log-text.ts';
import { verifyLog } from './verify-log.ts';

const SEED = String(SUITE_SEED);

function verify(lines: readonly string[]) {
  return verifyLog(LogText.of(bytesOf(lines)));
}

function bytesOf(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\n`).join(''));
}

let lines: readonly string[] = [];

beforeAll(async () => {
  lines = await logOf('default-nodes');
});

describe('verifyLog', () => {
  it.each([
    ['of every example', {}],
    ['with a filter', { filter: { topics: ['ports', 'gpu'], level: 'documented' } }],
    ['with generated cases', { cases: new SuiteCases(EDITION, 30), seed: SEED }],
    ['that asks for a drop-in', { require: 'drop-in' }],
  ] as const)('finds nothing wrong with the log of a run %s', async (_, options) => {
    const { flaws, asked, summary } = await verify(await logOf('default-nodes', options));
    expect(flaws.kept).toEqual([]);
    expect(asked).toBeGreaterThan(0);
    expect(summary.counts.fail).toBeGreaterThan(0);
    expect(summary.footer?.grade).not.toBe('drop-in');
  });

  it('says of each line that it was judged again, and how many there are', async () => {
    const told: (readonly [number, number])[] = [];
    await verifyLog(LogText.of(bytesOf(lines)), undefined, { onRow: (row, rows) => told.push([row, rows]) });
    expect(told).toEqual(lines.map((_, index) => [index + 1, lines.length]));
  });

  /** Verifies a log, and counts the cases that are made for that. */
  async function counted(log: readonly string[]) {
    const taking = vi.spyOn(CaseSource.prototype, 'take');
    const verified = await verify(log);
    const made = Math.max(
      ...taking.mock.contexts.map((source: unknown) =>
        source instanceof CaseSource ? source.made : Infinity,
      ),
    );
    taking.mockRestore();
    return { ...verified, made };
  }

  function renamed(line: string): string {
    return line.replace('"case":"', '"case":"no-');
  }

  /** Ends a run after this many results. */
  function stopAfter(count: number) {
    const interruption = new AbortController();
    return {
      signal: interruption.signal,
      onResult: (_: unknown, done: number) => {
        if (done === count) interruption.abort();
      },
    };
  }

  it.each([
    ['in the examples', 100, {}],
    ['near its end', 690, { cases: new SuiteCases(EDITION, 20), seed: SEED }],
    ['of a rare topic', 20, { filter: { topics: ['memory'] } }],
  ] as const)(
    'finds nothing wrong with the log of a run that was interrupted %s',
    async (_, count, options) => {
      const log = await logOf('default-nodes', { ...options, ...stopAfter(count) });
      const { flaws, summary } = await verify(log);
      expect(flaws.kept).toEqual([]);
      expect(summary.footer).toMatchObject({ grade: 'incomplete', interrupted: true });
      expect(summary.counts['not-run']).toBeGreaterThan(0);
    },
  );

  it('recognises the log of an interrupted run without its last cases', async () => {
    const log = await logOf('default-nodes', {
      cases: new SuiteCases(EDITION, 2000),
      seed: SEED,
      ...stopAfter(100),
    });
    const footer = JSON.parse(log.at(-1) ?? '') as FooterLine;
    expect(footer.corpus.whole).toBe(false);
    expect((await verify(log)).flaws.kept).toEqual([]);
    const shorter = sealed(log.toSpliced(-2, 1), {
      corpus: { ...footer.corpus, cases: footer.corpus.cases - 1 },
      counts: { ...footer.counts, 'not-run': footer.counts['not-run'] - 1 },
    });
    expect((await verify(shorter)).flaws.kept).toContainEqual(expect.stringMatching(/has no line$/));
  });

  it.each([
    ['is honest but for its header', (log: readonly string[]) => sealed(log)],
    ['holds almost nothing', (log: readonly string[]) => sealed([...log.slice(0, 5), log.at(-1) ?? ''])],
    ['holds cases that no suite asks', (log: readonly string[]) => log.map(renamed)],
    ['has no end', (log: readonly string[]) => log.slice(0, -1)],
  ])('makes no more cases than a log holds that names a huge corpus and %s', async (_, edit) => {
    for (const filter of [{}, { topics: ['memory'] }]) {
      const log = await logOf('default-nodes', { cases: new SuiteCases(EDITION, 30), seed: SEED, filter });
      const huge = (log[0] ?? '').replace('"generated":30', '"generated":9007199254740991');
      const { flaws, made } = await counted(edit([huge, ...log.slice(1)]));
      expect(flaws.count).toBeGreaterThan(0);
      expect(made).toBeLessThan(12_000);
    }
  });

  it('gives up on a huge corpus of which a filter leaves out everything', { timeout: 60_000 }, async () => {
    const filter = { topics: ['list'], level: 'documented' } as const;
    const log = await logOf('default-nodes', { cases: new SuiteCases(EDITION, 30), seed: SEED, filter });
    const huge = (log[0] ?? '').replace('"generated":30', '"generated":9007199254740991');
    const { flaws, made } = await counted(sealed([huge, ...log.slice(1)]));
    expect(flaws.count).toBeGreaterThan(0);
    expect(made).toBeLessThan(25_000);
  });

  it('counts the outcomes that the answers bear out, not those that the lines claim', async () => {
    const { summary: honest } = await verify(lines);
    const [flipped] = EDITS.filter(({ name }) => name === 'each failure becomes a pass');
    const { summary } = await verifyLog(LogText.of(Buffer.from(flipped?.edit(lines) ?? '')));
    expect(summary.counts).toEqual(honest.counts);
    expect(summary.footer).toMatchObject({ counts: honest.counts, grade: 'incomplete' });
  });

  it('names the case, the claim and what the answer bears out', async () => {
    const at = lines.findIndex((line) => line.includes('"outcome":"fail"'));
    const edited = lines.with(at, (lines[at] ?? '').replace('"outcome":"fail"', '"outcome":"pass"'));
    const { case: id } = JSON.parse(lines[at] ?? '') as { case: string };
    expect((await verify(edited)).flaws.kept).toContain(
      `line ${at + 1}: the case ${id} says outcome "pass", and should say "fail"`,
    );
  });

  it('names the versions of a log of another suite', async () => {
    const edited = lines.with(0, (lines[0] ?? '').replace(/"version":"[^"]*"/, '"version":"0.0.9"'));
    expect((await verify(edited)).flaws.kept[0]).toMatch(
      /^line 1: the header says suite \{.*0\.0\.9.*should say \{/,
    );
  });

  it('recognises any other bytes', async () => {
    const bytes = bytesOf(lines);
    await fc.assert(
      fc.asyncProperty(anySplice(bytes.length), async ({ at, gone, bytes: others }) => {
        const edited = Buffer.concat([bytes.subarray(0, at), others, bytes.subarray(at + gone)]);
        fc.pre(!edited.equals(bytes));
        expect((await verifyLog(LogText.of(edited))).flaws.kept).not.toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
