import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SuiteCases, SUITE_SEED } from '../case/suite-cases.ts';
import { EDITION } from '../testing/edition.ts';
import { logOf } from '../testing/honest-log.ts';
import { anySplice, EDITS } from '../testing/log-edits.ts';
import { LogText } from './log-text.ts';
import { verifyLog } from './verify-log.ts';

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
    ['with generated cases', { cases: new SuiteCases(EDITION, 30), seed: String(SUITE_SEED) }],
    ['that asks for a drop-in', { require: 'drop-in' }],
  ] as const)('finds nothing wrong with the log of a run %s', async (_, options) => {
    const { flaws, asked, summary } = await verify(await logOf('default-nodes', options));
    expect(flaws.kept).toEqual([]);
    expect(asked).toBeGreaterThan(0);
    expect(summary.counts.fail).toBeGreaterThan(0);
    expect(summary.footer?.grade).not.toBe('drop-in');
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
