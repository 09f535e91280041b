import { ratePerSecond, type Progress } from './progress.ts';

/** How far some work is. */
export interface Stage {
  /** The part that is done, from 0 to 1. */
  readonly share: number;
  /** The number of things that are done, such as cases, and their name in the plural. */
  readonly done: number;
  readonly things: string;
  /** The time of performance.now() at which it began. */
  readonly startedAt: number;
  /** Further words, such as the number of failures. */
  readonly more?: string;
}

/** The time that is left is estimated after this many milliseconds. Before, it would jump about. */
const ENOUGH_MS = 1000;

/** Shows how far some work is: the share, the number, the rate, and the time that is left. */
export function showShare(progress: Progress, stage: () => Stage): void {
  progress.show(() => shareText(stage()));
}

export function shareText({ share, done, things, startedAt, more }: Stage): string {
  const parts = [
    `${Math.floor(share * 100)} %`,
    `${done} ${things}`,
    `${ratePerSecond(done, startedAt)}/s`,
    ...(more === undefined ? [] : [more]),
    ...leftText(share, performance.now() - startedAt),
  ];
  return parts.join(' · ');
}

function leftText(share: number, elapsedMs: number): string[] {
  if (elapsedMs < ENOUGH_MS || share <= 0) return [];
  return [`${spanText((elapsedMs * (1 - share)) / share / 1000)} left`];
}

/** Writes a number of seconds for people, such as `50 s`, `3 min` or `2 h 5 min`. */
function spanText(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
