import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { certifyProgram } from '../../certify/certify.ts';
import { goodCases, scriptedChild } from '../../testing/scripted.ts';
import { runReport } from './run.ts';
import { EDITION } from '../../testing/edition.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-run-'));
let lines: string[] = [];

beforeAll(async () => {
  const written: string[] = [];
  const cases = goodCases(5);
  await certifyProgram({
    edition: EDITION,
    command: scriptedChild(),
    cases,
    requirements: ['commands/list'],
    onLine: (line) => written.push(`${line}\n`),
  });
  lines = written;
});

afterEach(() => {
  vi.restoreAllMocks();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function report(text: string): Promise<{ code: number; printed: string; complaint: string }> {
  const path = join(folder, 'log.ndjson');
  writeFileSync(path, text);
  let [printed, complaint] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => ((printed += String(chunk)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => ((complaint += String(chunk)), true));
  const code = await runReport(path, {});
  return { code, printed, complaint };
}

describe('report', () => {
  it('returns the exit code of a complete run', async () => {
    const { code, printed, complaint } = await report(lines.join(''));
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
    expect(printed).toContain('grade: drop-in');
  });

  it('says that a log without an end is incomplete', async () => {
    const { code, printed } = await report(lines.slice(0, -1).join(''));
    expect(code).toBe(3);
    expect(printed).toContain('incomplete');
  });

  it.each([
    ['without its header', () => lines.slice(1), 'no header'],
    ['that lost a case', () => lines.toSpliced(2, 1), 'holds 4 cases, and its end speaks of 5'],
    ['that holds two runs', () => [...lines, ...lines], 'holds 10 cases'],
    ['with a line that is no event', () => lines.toSpliced(2, 0, 'x\n'), 'not the whole'],
  ])('does not take a log %s for the log of a passed run', async (_name, spoilt, why) => {
    const { code, complaint } = await report(spoilt().join(''));
    expect(code).toBe(3);
    expect(complaint).toContain(why);
  });

  it('refuses a file that is no log', async () => {
    expect((await report('hello\n')).code).toBe(2);
  });
});
