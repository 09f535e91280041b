import { describe, expect, it } from 'vitest';
import type { Equivalent } from './equivalent.ts';
import { nameOf, type Mutant } from './mutant.ts';
import { reportOf, type Tried } from './report.ts';
import type { Trial } from './try-mutant.ts';

function tried(change: string, kind: Trial['kind']): Tried {
  const mutant: Mutant = { file: 'a.py', function: 'f', source: 'return 1', line: 2, change, text: change };
  return { mutant, trial: { kind, how: '' } };
}

function listed(...mutants: readonly Tried[]): Map<string, Equivalent> {
  return new Map(mutants.map(({ mutant }) => [nameOf(mutant), { name: nameOf(mutant), reason: 'why' }]));
}

const caught = tried('constant: 1 => 2', 'caught');
const survived = tried('constant: 1 => 0', 'survived');
const broken = tried('deletion: return 1 => pass', 'not-viable');

describe('the report of a mutation run', () => {
  it('is good when all survivors are listed as equivalent', () => {
    const report = reportOf([caught, survived, broken], listed(survived), undefined);
    expect(report).toMatchObject({ isGood: true, score: 1, caught: 1, equivalent: 1, notViable: 1 });
  });

  it('names a survivor that is not listed', () => {
    const report = reportOf([caught, survived], new Map(), undefined);
    expect(report).toMatchObject({ isGood: false, score: 0.5 });
    expect(report.survivors).toMatchObject([{ where: 'a.py:2', change: 'constant: 1 => 0' }]);
  });

  it('refuses an entry for a mutant that was caught', () => {
    const report = reportOf([caught], listed(caught), undefined);
    expect(report.isGood).toBe(false);
    expect(report.stale[0]).toContain('but caught: a.py');
  });

  it('refuses an entry for a mutant that does not exist, if all mutants were tried', () => {
    const names = new Set([nameOf(caught.mutant)]);
    expect(reportOf([caught], listed(survived), names).isGood).toBe(false);
    expect(reportOf([caught], listed(survived), undefined).isGood).toBe(true);
  });
});
