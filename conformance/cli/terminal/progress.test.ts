import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { progressOn, ratePerSecond } from './progress.ts';

beforeEach(() => {
  vi.stubEnv('TERM', 'xterm');
  vi.useFakeTimers({ toFake: ['performance'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

function terminal(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  return { isTTY, columns, written, write: (text: string) => written.push(text) };
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

it('cuts a line that would not fit, at the width of the moment', () => {
  const screen = terminal(true, 10);
  const progress = progressOn(screen);
  const long = '0123456789';
  vi.advanceTimersByTime(200);
  progress.show(() => long);
  screen.columns = 11;
  vi.advanceTimersByTime(200);
  progress.show(() => long);
  expect(screen.written).toEqual(['\r\u001b[K01234567…', '\r\u001b[K0123456789']);
});

it('takes a width of 0 for an unknown one', () => {
  const screen = terminal(true, 0);
  const progress = progressOn(screen);
  vi.advanceTimersByTime(200);
  progress.show(() => 'line');
  expect(screen.written).toEqual(['\r\u001b[Kline']);
});

it('writes nothing on a terminal that knows no escape sequences', () => {
  vi.stubEnv('TERM', 'dumb');
  const screen = terminal(true);
  const progress = progressOn(screen);
  vi.advanceTimersByTime(200);
  progress.show(() => 'line');
  progress.clear();
  expect(screen.written).toEqual([]);
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
