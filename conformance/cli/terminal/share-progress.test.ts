import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shareText } from './share-progress.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Returns the line after so many seconds, when a share of 10,000 cases is done. */
function lineAfter(seconds: number, share: number): string {
  const startedAt = performance.now();
  vi.advanceTimersByTime(seconds * 1000);
  return shareText({ share, done: share * 10_000, things: 'cases', startedAt, more: '3 failures' });
}

describe('the line about how far a run is', () => {
  it('says the share, the cases, the rate, the failures and the time that is left', () => {
    expect(lineAfter(2, 0.25)).toBe('25 % · 2500 cases · 1250/s · 3 failures · 6 s left');
  });

  it.each([
    [30, 0.5, '30 s left'],
    [100, 0.5, '2 min left'],
    [90, 0.6, '1 min left'],
    [3600, 0.3, '2 h 20 min left'],
    [10, 1, '0 s left'],
  ])('after %d seconds and a share of %d says %s', (seconds, share, left) => {
    expect(lineAfter(seconds, share)).toContain(` · ${left}`);
  });

  it('does not guess in the first second, or before anything is done', () => {
    expect(lineAfter(0.9, 0.5)).not.toContain('left');
    expect(lineAfter(9, 0)).toBe('0 % · 0 cases · 0/s · 3 failures');
  });

  it('fits into eighty columns even for the longest run', () => {
    expect(
      shareText({
        share: 0.99,
        done: 999_999_999,
        things: 'cases',
        startedAt: -1e9,
        more: '999999 failures',
      }).length,
    ).toBeLessThan(80);
  });
});
