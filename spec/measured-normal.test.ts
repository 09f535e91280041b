import { describe, expect, test } from 'vitest';
import { withLaterKeys } from './measured-normal.ts';

const DEFAULTS = { nodes: 1, priority: 0, disk: { size: '1GB', speed: 'any' }, retry: false };

describe('measured normal forms', () => {
  test('get the default of each key that none of them has, where the key belongs', () => {
    const measured = [
      { nodes: 2, disk: { size: '2GB' }, retry: false },
      { nodes: 3, disk: null, retry: true },
    ];
    expect(JSON.stringify(withLaterKeys(measured, DEFAULTS))).toBe(
      JSON.stringify([
        { nodes: 2, priority: 0, disk: { size: '2GB', speed: 'any' }, retry: false },
        { nodes: 3, priority: 0, disk: null, retry: true },
      ]),
    );
  });

  test('still lack a key that another one has', () => {
    const measured = [{ nodes: 2, priority: 1, disk: DEFAULTS.disk, retry: false }, { nodes: 2 }];
    expect(withLaterKeys(measured, DEFAULTS)[1]).toEqual({ nodes: 2 });
  });

  test('keep a key that the page does not have', () => {
    const measured = [{ nodes: 2, disk: null, retry: false, spread: 1 }];
    expect(withLaterKeys(measured, DEFAULTS)).toEqual([{ ...measured[0], priority: 0 }]);
  });
});
