import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { goldenReport } from './text.ts';
import { goldenExitCode, type GoldenResult } from '../../golden/golden.ts';

const SAME: GoldenResult = { kind: 'same', source: 'a.dstack.yml', path: 'a.golden.json' };
const WRITTEN: GoldenResult = { kind: 'written', source: 'a.dstack.yml', path: 'a.golden.json' };
const MISSING: GoldenResult = { kind: 'missing', source: 'a.dstack.yml', path: 'a.golden.json' };
const OTHER: GoldenResult = { kind: 'not-a-task', source: 'a.dstack.yml', reason: 'it is a service' };
const UNREADABLE: GoldenResult = { kind: 'unreadable', source: 'a.dstack.yml', reason: 'no permission' };
const DRIFT: GoldenResult = {
  kind: 'drift',
  source: 'a.dstack.yml',
  path: 'a.golden.json',
  paths: ['/accepted/nodes'],
  patch: '===\nhead\n--- a\n+++ b\n-  "nodes": 2\n+  "nodes": 1\n',
};
const ORPHAN: GoldenResult = { kind: 'orphan', path: 'old.golden.json' };
const UNWRITABLE: GoldenResult = { kind: 'unwritable', source: 'b.dstack.yml', reason: 'the disk is full' };
const ALL = [SAME, WRITTEN, MISSING, OTHER, UNREADABLE, DRIFT, ORPHAN, UNWRITABLE];

beforeEach(() => {
  vi.stubEnv('NO_COLOR', '1');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the exit code', () => {
  it.each([
    ['all is the same', [SAME, SAME], 0],
    ['files were written', [WRITTEN], 0],
    ['a file is about something else', [SAME, OTHER], 0],
    ['one has drifted', [SAME, DRIFT], 1],
    ['one is missing', [MISSING, SAME], 1],
    ['one can not be read, whatever else', [DRIFT, UNREADABLE], 2],
    ['there is nothing', [], 2],
    ['a golden file belongs to no task file', [SAME, ORPHAN], 1],
    ['one can not be written, whatever else', [UNWRITABLE, SAME], 2],
  ])('is right where %s', (_, results, code) => {
    expect(goldenExitCode(results)).toBe(code);
  });
});

describe('the report', () => {
  it('names each file that has changed, and counts', () => {
    const text = goldenReport(ALL, {});
    expect(text).toContain('wrote a.golden.json\n');
    expect(text).toContain('a.golden.json: missing');
    expect(text).toContain('a.dstack.yml: left alone, it is a service\n');
    expect(text).toContain('a.dstack.yml: no permission\n');
    expect(text).toContain('a.golden.json: /accepted/nodes has changed\n--- a\n+++ b\n-  "nodes": 2\n');
    expect(text).toContain('old.golden.json: no task file belongs to it');
    expect(text).toContain('b.dstack.yml: the disk is full\n');
    expect(text).toMatch(/\n8 files: 1 unchanged, 7 other\.\n$/);
  });

  it('says that there is no file', () => {
    expect(goldenReport([], {})).toContain('There is no');
  });

  it('has a line for each source in its version for machines', () => {
    const lines = goldenReport(ALL, { json: true }).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(ALL);
  });

  it('escapes control characters of terminals everywhere', () => {
    const [source, path, reason] = ['\u001b[2J', '\u001b[2J', '\u001b[2J'];
    const results: readonly GoldenResult[] = [
      { kind: 'written', source, path },
      { kind: 'missing', source, path },
      { kind: 'not-a-task', source, reason },
      { kind: 'unreadable', source, reason },
      { kind: 'drift', source, path, paths: [`/${path}`], patch: `a\nb\n${reason}` },
    ];
    const text = goldenReport(results, {});
    expect(text).not.toContain('\u001b');
    expect(text).toContain(String.raw`\u001b[2J`);
  });
});
