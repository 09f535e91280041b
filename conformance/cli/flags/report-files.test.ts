import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schemaErrors } from '../../../spec/schema-check.ts';
import { HAS_XMLLINT, xmlComplaints } from '../../../reports/testing/xmllint.ts';
import { captureCommands } from '../../testing/captured-output.ts';
import { scriptedChild } from '../../testing/scripted.ts';
import { run } from '../command-line.ts';

const printed = captureCommands();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-files-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A program that refuses every document. */
const REFUSES = scriptedChild('{ window: 8 }', `act = (id) => { result(id, { rejected: [] }); };`);

const FILES = {
  '--junit': 'junit.xml',
  '--markdown': 'report.md',
  '--badge': 'badge.svg',
  '--badge-endpoint': 'badge.json',
  '--json-file': 'report.json',
} as const;

function filesOf(prefix: string): string[] {
  return Object.entries(FILES).flatMap(([flag, name]) => [flag, join(folder, `${prefix}${name}`)]);
}

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

function command(...args: string[]): Promise<number> {
  return run(['node', 'dstack-conformance', ...args]);
}

describe('reports in files', () => {
  it('are written by certify for a run that failed, and the same from its log later', async () => {
    const log = join(folder, 'log.ndjson');
    const code = await command('certify', '--cases', '0', '--log', log, ...filesOf('now-'), '--', ...REFUSES);
    expect(code).toBe(1);
    expect(await command('report', log, ...filesOf('later-'))).toBe(1);
    // Only a report from the log says that the log is sound.
    for (const name of ['report.md', 'badge.svg', 'badge.json'])
      expect(read(`later-${name}`)).toBe(read(`now-${name}`));
    expect(read('now-report.md')).toMatch(/^## ❌ non-conformant: \d+ cases failed/);
    expect(read('now-badge.svg')).toContain('no grade: too few cases were asked');
    for (const time of ['now', 'later']) {
      expect(schemaErrors('report', JSON.parse(read(`${time}-report.json`)))).toEqual([]);
      expect(read(`${time}-junit.xml`)).toContain('<failure type="rejected-valid"');
      if (HAS_XMLLINT) expect(xmlComplaints(read(`${time}-junit.xml`))).toBe('');
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('are written for a run that was ended early, and for a program that is not there', async () => {
    const slow = scriptedChild('{ window: 1 }', `act = () => undefined;`);
    const cut = ['--cases', '0', '--deadline', '0.2', ...filesOf('cut-'), '--', ...slow];
    expect(await command('certify', ...cut)).toBe(3);
    expect(await command('certify', '--cases', '0', ...filesOf('none-'), '--', '/no/such/program')).toBe(3);
    for (const kind of ['cut', 'none']) {
      expect(read(`${kind}-report.md`)).toMatch(/^## ⚠️ incomplete: /);
      expect(read(`${kind}-junit.xml`)).toContain('<error type="incomplete"');
      expect(read(`${kind}-badge.json`)).toContain('no grade: ');
      expect(schemaErrors('report', JSON.parse(read(`${kind}-report.json`)))).toEqual([]);
    }
  });

  it('are written of a log that was cut, which has no end', async () => {
    const log = join(folder, 'log.ndjson');
    const slow = scriptedChild('{ window: 1 }', `act = () => undefined;`);
    await command('certify', '--cases', '0', '--deadline', '0.2', '--log', log, '--', ...slow);
    const whole = read('log.ndjson');
    const cut = join(folder, 'cut.ndjson');
    writeFileSync(cut, whole.slice(0, whole.length / 2));
    expect(await command('report', cut, ...filesOf(''))).toBe(3);
    expect(JSON.parse(read('report.json'))).toMatchObject({ withheld: 'no-end', exitCode: 3 });
    expect(read('junit.xml')).toContain('<error type="unsound"');
  });

  it('that can not be written are named before the run', async () => {
    mkdirSync(join(folder, 'there'));
    const missing = join(folder, 'missing', 'junit.xml');
    const args = ['--junit', missing, '--badge', join(folder, 'there'), '--cases', '0', '--', ...REFUSES];
    expect(await command('certify', ...args)).toBe(2);
    expect(printed.out).toBe('');
    expect(printed.err).toContain(`${missing} can't be written: there is no such folder`);
    expect(printed.err).toContain(`there can't be written: it is a folder`);
    expect(await command('report', '/no/such/log', '--junit', missing)).toBe(2);
    expect(printed.err).not.toContain('log');
  });

  it('must have files of their own', async () => {
    const same = join(folder, 'same');
    expect(await command('certify', '--junit', same, '--log', same, '--', ...REFUSES)).toBe(2);
    expect(printed.err).toContain(`two reports can't be written to the same file: ${same}`);
    expect(existsSync(same)).toBe(false);
  });
});

describe('--annotations', () => {
  it('prints commands for GitHub after the report', async () => {
    expect(await command('certify', '--cases', '0', '--annotations', '--', ...REFUSES)).toBe(1);
    expect(printed.out).toMatch(/^grade: non-conformant/);
    expect(
      printed.out.split('\n').filter((line) => line.startsWith('::error title=')).length,
    ).toBeGreaterThan(1);
  });

  it('is refused beside --json, whose output is JSON alone', async () => {
    expect(await command('certify', '--json', '--annotations', '--', ...REFUSES)).toBe(2);
    expect(printed.err).toContain('--annotations');
  });
});
