import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMutants, nameOf, type Mutant } from './mutant.ts';

const python = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0;

const PROGRAM = `
import re

WORD = re.compile(r"[a-z]{1,3}$")

def read(value: int, other: str = "a") -> bool:
    """Says nothing."""
    if isinstance(value, int) and value < 3:
        return WORD.match(other.strip()) is not None
    for item in [value]:
        other += str(item)
    raise ValueError("no")
`;

let folder = '';
let mutants: readonly Mutant[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  writeFileSync(join(folder, 'program.py'), PROGRAM);
  writeFileSync(join(folder, 'test_program.py'), PROGRAM);
  if (python) mutants = listMutants('python3', folder);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.runIf(python)('the mutants of a program', () => {
  it.each([
    ['comparison: value < 3 => value <= 3'],
    ['constant: 3 => 4'],
    ["pattern: re.compile('[a-z]{1,3}$') => re.compile('[a-z]{1,4}$')"],
    ['kind: isinstance(value, int) => isinstance(value, int) and (not isinstance(value, bool))'],
    ['call: other.strip() => other'],
    ['call: WORD.match(other.strip()) => WORD.fullmatch(other.strip())'],
    ['loop: for item in [value]: other += str(item) => for item in list([value])[:1]: other += str(item)'],
    ["deletion: raise ValueError('no') => pass"],
    ['variable: value => other'],
    ["constant: 'a' => ''"],
  ])('include %s', (change) => {
    expect(mutants.map((mutant) => mutant.change)).toContain(change);
  });

  it('leave out docstrings, annotations and tests', () => {
    expect(mutants.filter(({ text }) => !text.includes('Says nothing.'))).toEqual([]);
    expect(mutants.filter(({ text }) => !text.includes('value: int, other: str'))).toEqual([]);
    expect(new Set(mutants.map(({ file }) => file))).toEqual(new Set(['program.py']));
  });

  it('are the same each time, and have different names and texts', () => {
    expect(listMutants('python3', folder)).toEqual(mutants);
    expect(new Set(mutants.map(nameOf)).size).toBe(mutants.length);
    expect(new Set(mutants.map(({ text }) => text)).size).toBe(mutants.length);
  });
});
