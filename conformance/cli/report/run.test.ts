import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { EDITIONS } from '../../editions/register.ts';
import { logOf } from '../../testing/honest-log.ts';
import { EDITS } from '../../testing/log-edits.ts';
import { FORGERIES } from '../../testing/log-forgeries.ts';
import { runReport } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-run-'));
/** The log of a drop-in, with its newlines. */
let lines: string[] = [];
/** The log of a program that is wrong about a default, without newlines. */
let failing: string[] = [];

beforeAll(async () => {
  failing = await logOf('default-nodes');
  lines = (await logOf('answer-with-blanks')).map((line) => `${line}\n`);
});

afterEach(() => {
  vi.restoreAllMocks();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function report(text: string | Buffer): Promise<{ code: number; printed: string; complaint: string }> {
  const path = join(folder, 'log.ndjson');
  writeFileSync(path, text);
  let [printed, complaint] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => ((printed += String(chunk)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => ((complaint += String(chunk)), true));
  const code = await runReport([path], {});
  return { code, printed, complaint };
}

/** Reports the log that stands on standard input. */
async function reportOf(stdin: Readable): Promise<{ code: number; printed: string; complaint: string }> {
  let [printed, complaint] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => ((printed += String(chunk)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => ((complaint += String(chunk)), true));
  const code = await runReport(['-'], {}, EDITIONS, stdin);
  return { code, printed, complaint };
}

describe('report', () => {
  it('returns the exit code of a complete run', async () => {
    const { code, printed, complaint } = await report(lines.join(''));
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
    expect(printed).toContain('grade: drop-in');
  });

  it('reads a log from standard input, and leaves no temporary file', async () => {
    const stdin = Readable.from([Buffer.from(lines.join(''))]);
    const { code, printed, complaint } = await reportOf(stdin);
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
    expect(printed).toContain('grade: drop-in');
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('dstack-conformance-log-'))).toEqual([]);
  });

  it('names standard input where what it holds is no log', async () => {
    const { code, complaint } = await reportOf(Readable.from(['jobs: 2\n']));
    expect(code).toBe(2);
    expect(complaint).toContain('<stdin>: line 1 is no event');
  });

  it('says that a log without an end is incomplete', async () => {
    const { code, printed } = await report(lines.slice(0, -1).join(''));
    expect(code).toBe(3);
    expect(printed).toContain('incomplete');
  });

  it.each([
    ['without its header', () => lines.slice(1), 'no header'],
    ['that lost a case', () => lines.toSpliced(2, 1), `cases, and its end speaks of `],
    ['that holds two runs', () => [...lines, ...lines], 'cases, and its end speaks of '],
    ['with a line that is no event', () => lines.toSpliced(2, 0, 'x\n'), 'not the whole'],
  ])('does not take a log %s for the log of a passed run', async (_name, spoilt, why) => {
    const { code, complaint } = await report(spoilt().join(''));
    expect(code).toBe(3);
    expect(complaint).toContain(why);
  });

  it('returns the exit code of a run with failures', async () => {
    const { code, printed, complaint } = await report(failing.map((line) => `${line}\n`).join(''));
    expect({ code, complaint }).toEqual({ code: 1, complaint: '' });
    expect(printed).toContain('grade: non-conformant');
  });

  it.each([...EDITS, ...FORGERIES])('names it and exits with 3 if $name', async ({ edit }) => {
    const edited = edit(failing);
    expect(edited).not.toEqual(failing.map((line) => `${line}\n`).join(''));
    const { code, printed, complaint } = await report(edited);
    expect(code).toBe(3);
    expect(complaint).toContain('log.ndjson: ');
    expect(printed).not.toMatch(/grade: (?:drop-in|conformant)/);
  });

  it('judges what a spoilt log still shows', async () => {
    const { printed } = await report(Buffer.from(`\uFEFF${lines.join('')}`, 'utf16le'));
    expect(printed).toContain('grade: incomplete');
  });

  it('refuses a file that is no log', async () => {
    expect((await report('hello\n')).code).toBe(2);
  });
});
