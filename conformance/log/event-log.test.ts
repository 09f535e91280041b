import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { certifyProgram } from '../certify/certify.ts';
import { openLog, readEventLog } from './event-log.ts';
import { goodCases, scriptedCase, scriptedChild } from '../testing/scripted.ts';
import { EDITION } from '../testing/edition.ts';

const folder = mkdtempSync(join(tmpdir(), 'event-log-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function logOfRun(): Promise<string> {
  const lines: string[] = [];
  const cases = [...goodCases(20), scriptedCase('bad', { do: 'answer', result: { rejected: [] } })];
  await certifyProgram({
    edition: EDITION,
    command: scriptedChild(),
    cases,
    onLine: (line) => lines.push(`${line}\n`),
  });
  return lines.join('');
}

describe('readEventLog', () => {
  it('reads a whole run: header, a line per case, footer', async () => {
    const { lines, finished, damaged } = readEventLog(await logOfRun());
    expect(lines.map(({ event }) => event)).toEqual([
      'header',
      ...Array.from({ length: 21 }, () => 'case'),
      'footer',
    ]);
    expect({ finished, damaged }).toEqual({ finished: true, damaged: [] });
  });

  it('reads a log that was cut anywhere, and says that it is unfinished', async () => {
    const text = await logOfRun();
    for (let length = 0; length < text.length - 2; length += 97) {
      const { finished, damaged, lines } = readEventLog(text.slice(0, length));
      expect({ finished, damaged }).toEqual({ finished: false, damaged: [] });
      expect(lines.length).toBeGreaterThanOrEqual(text.slice(0, length).split('\n').length - 1);
    }
  });

  it('lists the lines that are no events', async () => {
    const text = await logOfRun();
    const spoilt = text.replace('\n', '\nnot json\n{"event":"case","case":5}\n{"event":"dance"}\n\n');
    expect(readEventLog(spoilt)).toMatchObject({ finished: false, damaged: [2, 3, 4, 5] });
  });

  it.each(['', '\n', 'hello', '{}', '[]', 'null\nnull\n'])('does not throw on %j', (text) => {
    expect(readEventLog(text)).toMatchObject({ lines: [], finished: false });
  });
});

describe('openLog', () => {
  it('writes each line by the next turn, before it is closed, and replaces an older log', async () => {
    const path = join(folder, 'log.ndjson');
    for (const name of ['first', 'second']) {
      const log = openLog(path);
      log.append(`{"name":"${name}"}`);
      await nextTurn();
      expect(readFileSync(path, 'utf8')).toBe(`{"name":"${name}"}\n`);
      log.append('{}');
      await nextTurn();
      expect(readFileSync(path, 'utf8')).toBe(`{"name":"${name}"}\n{}\n`);
      log.close();
    }
  });

  it.runIf(existsSync('/dev/full'))('reports a full disk when it is closed, and does not throw', async () => {
    const log = openLog('/dev/full');
    log.append('{}');
    await nextTurn();
    for (let count = 0; count < 100; count += 1) log.append(JSON.stringify('x'.repeat(1000)));
    expect(log.close()).toContain('the disk is full');
  });

  it('refuses a log that another run writes, and leaves it alone', () => {
    const path = join(folder, 'shared.ndjson');
    const log = openLog(path);
    log.append('{"first":1}');
    expect(() => openLog(path)).toThrow('is being written by process');
    log.close();
    expect(readFileSync(path, 'utf8')).toBe('{"first":1}\n');
  });

  it('keeps every line whole and in order, short or long, within ASCII or beyond', () => {
    const path = join(folder, 'lines.ndjson');
    const lines = [0, 1, 21_844, 21_845, 21_846, 65_536, 100, 1_000_000, 3].flatMap((length) => [
      'x'.repeat(length),
      '\u4e2d'.repeat(length),
      '\xe9'.repeat(length),
    ]);
    const log = openLog(path);
    for (const line of lines) log.append(line);
    log.close();
    expect(readFileSync(path, 'utf8')).toBe(lines.map((line) => `${line}\n`).join(''));
  });

  it('holds back at most one batch within a turn, and nothing when it is closed', () => {
    const path = join(folder, 'batch.ndjson');
    const log = openLog(path);
    const line = JSON.stringify('x'.repeat(1000));
    for (let count = 0; count < 100; count += 1) log.append(line);
    expect(readFileSync(path, 'utf8').length).toBeGreaterThan(100 * line.length - 65_536);
    log.close();
    expect(readFileSync(path, 'utf8')).toBe(`${line}\n`.repeat(100));
  });
});
