import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readExplanations } from './explanation.ts';

const folders: string[] = [];

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'explanation-'));
  folders.push(folder);
  const file = join(folder, 'differences.yaml');
  writeFileSync(file, text);
  return file;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test('an explanation has rows, or two values', () => {
  const text = [
    '- { fields: [verdict], rows: [a-1], reason: because }',
    '- { fields: [normal/nodes], recorded: 1, received: null, reason: because }',
  ].join('\n');
  expect(readExplanations(fileWith(text))).toEqual([
    { fields: ['verdict'], rows: ['a-1'], values: undefined, reason: 'because' },
    {
      fields: ['normal/nodes'],
      rows: undefined,
      values: { recorded: '1', received: 'null' },
      reason: 'because',
    },
  ]);
});

test.each([
  ['no list', 'fields: [verdict]'],
  ['no mapping', '- verdict'],
  ['no reason', '- { fields: [verdict], rows: [a-1] }'],
  ['no fields', '- { fields: [], rows: [a-1], reason: because }'],
  ['neither rows nor values', '- { fields: [verdict], reason: because }'],
  ['only one value', '- { fields: [verdict], recorded: 1, reason: because }'],
  ['rows and values', '- { fields: [verdict], rows: [a-1], recorded: 1, received: 2, reason: because }'],
  ['rows that are no ids', '- { fields: [verdict], rows: [1], reason: because }'],
])('a file with %s is an error', (_what, text) => {
  const file = fileWith(text);
  expect(() => readExplanations(file)).toThrow(file);
});
