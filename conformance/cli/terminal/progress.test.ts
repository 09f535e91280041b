import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { progressOn, ratePerSecond } from './progress.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});

afterEach(() => {
  vi.useRealTimers();
});

function terminal(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

it('writes nothing, and asks for no line, without a terminal', () => {
  const file = terminal(false);
  const progress = progressOn(file);
  const line = vi.fn(() => 'line');
  vi.advanceTimersByTime(1000);
  progress.show(line);
  progress.clear();
  expect([file.written, line.mock.calls.length]).toEqual([[], 0]);
});

it('writes a line over the last one, at most ten times a second', () => {
  const screen = terminal(true);
  const progress = progressOn(screen);
  for (let ms = 0; ms < 1000; ms += 1) {
    progress.show(() => `line ${ms}`);
    vi.advanceTimersByTime(1);
  }
  expect(screen.written.length).toBeGreaterThan(5);
  expect(screen.written.length).toBeLessThanOrEqual(10);
  for (const text of screen.written) expect(text.startsWith('\r\u001b[Kline ')).toBe(true);
});

it('clears its line once', () => {
  const screen = terminal(true);
  const progress = progressOn(screen);
  progress.clear();
  vi.advanceTimersByTime(200);
  progress.show(() => 'line');
  progress.clear();
  progress.clear();
  expect(screen.written).toEqual(['\r\u001b[Kline', '\r\u001b[K']);
});

it('returns an integer rate, even in the first millisecond', () => {
  const startedAt = performance.now();
  expect(ratePerSecond(3, startedAt)).toBe(3000);
  vi.advanceTimersByTime(2000);
  expect(ratePerSecond(3, startedAt)).toBe(2);
});
