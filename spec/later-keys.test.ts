import { describe, expect, test } from 'vitest';
import { isRefusedForLaterKey, laterKeys, withLaterKeys, type MeasuredNormal } from './later-keys.ts';

const DEFAULTS = { nodes: 1, priority: 0, disk: { size: '1GB', speed: 'any' }, retry: false };

const MEASURED: readonly MeasuredNormal[] = [
  { nodes: 2, disk: { size: '2GB' }, retry: false },
  { nodes: 3, disk: null, retry: true },
];

describe('the keys that the page got after it was measured', () => {
  const later = laterKeys(MEASURED, DEFAULTS);

  test('are those that no measured form has', () => {
    expect(later).toEqual(['/priority', '/disk/speed']);
    expect(laterKeys([...MEASURED, { priority: 1 }], DEFAULTS)).toEqual(['/disk/speed']);
  });

  test('have their defaults in a measured form, where they belong', () => {
    expect(JSON.stringify(MEASURED.map((each) => withLaterKeys(each, later, DEFAULTS)))).toBe(
      JSON.stringify([
        { nodes: 2, priority: 0, disk: { size: '2GB', speed: 'any' }, retry: false },
        { nodes: 3, priority: 0, disk: null, retry: true },
      ]),
    );
  });

  test('are all that is filled in, and nothing is lost', () => {
    expect(withLaterKeys({ nodes: 2, spread: 1 }, later, DEFAULTS)).toEqual({
      nodes: 2,
      priority: 0,
      spread: 1,
    });
  });

  test('are what some documents were refused for', () => {
    expect(isRefusedForLaterKey({ paths: ['/nodes', '/priority'] }, later)).toBe(true);
    expect(isRefusedForLaterKey({ paths: ['/disk/speed/0'] }, later)).toBe(true);
    expect(isRefusedForLaterKey({ paths: ['/disk', '/priority_class'] }, later)).toBe(false);
    expect(isRefusedForLaterKey({}, later)).toBe(false);
  });
});
