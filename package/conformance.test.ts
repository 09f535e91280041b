import { describe, expect, it } from 'vitest';
import { certify, judge } from './conformance.ts';
import { normalize } from './reference.ts';

describe('certify of a function', () => {
  it('finds the reference drop-in', async () => {
    const { grade, exitCode, reasons } = await certify({ name: 'reference', normalize }, { cases: 300 });
    expect({ grade, exitCode, reasons }).toEqual({ grade: 'drop-in', exitCode: 0, reasons: [] });
  });
});
