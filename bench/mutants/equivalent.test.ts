import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEquivalents } from './equivalent.ts';
import { nameOf } from './mutant.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'equivalent-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function read(text: string): ReturnType<typeof readEquivalents> {
  const path = join(folder, 'list.yaml');
  writeFileSync(path, text);
  return readEquivalents(path);
}

const GROUP =
  "- { file: a.py, function: f, source: 'x = 1', reason: why, changes: ['constant: 1 => 2', b] }\n";

describe('the list of equivalent mutants', () => {
  it('names each change of a group', () => {
    const name = nameOf({ file: 'a.py', function: 'f', source: 'x = 1', change: 'constant: 1 => 2' });
    expect(read(GROUP).size).toBe(2);
    expect(read(GROUP).get(name)).toEqual({ name, reason: 'why' });
  });

  it.each([
    ['a mapping', 'a: b', 'a list is needed'],
    ['no reason', "- { file: a.py, source: x, changes: ['b'] }", 'reason must be text'],
    ['an empty reason', "- { file: a.py, source: x, reason: '', changes: ['b'] }", 'reason must be text'],
    ['no changes', '- { file: a.py, source: x, reason: why, changes: [] }', 'changes are needed'],
    ['an unknown key', '- { file: a.py, line: 3, source: x, reason: why, changes: [b] }', 'unknown key line'],
    ['a change listed twice', GROUP + GROUP, 'listed twice'],
  ])('refuses %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
