import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRows } from './measured-row.ts';
import { retakenLines } from './retaken-lines.ts';

const FILE = 'spec/editions/dstack-0.18.42/measurements/probes.ndjson';

test('measurements that are taken again with the same outcome are the recorded ones', () => {
  const rows = readRows(FILE);
  const recorded = linesOf(readFileSync(FILE, 'utf8'));
  const retaken = linesOf(retakenLines(rows, rows));
  expect(retaken.map(parsed)).toEqual(recorded.map(parsed));
  expect(retaken.length).toBe(2167);
});

test('a float without a fraction stays a float in the document', () => {
  const rows = readRows(FILE).filter(({ yaml }) => yaml.endsWith('nodes: 2.0\n'));
  expect(rows.length).toBe(1);
  expect(retakenLines(rows, rows)).toContain('"nodes":2.0}');
});

test('a row without an answer is an error', () => {
  expect(() => retakenLines(readRows(FILE), [])).toThrow('was not answered');
});

function linesOf(text: string): string[] {
  return text.trimEnd().split('\n');
}

function parsed(line: string): unknown {
  return JSON.parse(line);
}
