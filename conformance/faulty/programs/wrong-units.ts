import type { Answers } from './answer.ts';
import { change, changeTexts } from './change.ts';
import { honest } from './right-answers.ts';
import { DURATIONS } from './durations.ts';
import { ifValid, reads } from './wrong.ts';

/** Implementations that confuse one unit, of sizes or of durations, with another. */
export const WRONG_UNITS = {
  'terabyte-thousand': readsSizes(/(\d+(?:\.\d+)?) *TB/gi, (size) => `${size * 1000}GB`),
  'megabyte-thousandth': readsSizes(/(\d+(?:\.\d+)?) *MB/gi, (size) => `${(size / 1000).toFixed(6)}GB`),
  'bare-size-in-megabytes': reads('/resources/memory', (size) =>
    typeof size === 'number' ? `${size}MB` : size,
  ),
  'size-fraction-dropped': readsSizes(/(\d+\.\d+) *GB/gi, (size) => `${Math.floor(size)}GB`),
  'week-five-days': readsDurations((text) => text.replace(/^(\d+) *w$/, (_, n: string) => `${+n * 5}d`)),
  'minutes-as-seconds': readsDurations((text) => text.replace(/^(\d+) *m$/, '$1')),
  'text-digits-as-minutes': readsDurations((text) => text.replace(/^\d+$/, '$&m')),
  'fraction-rounded-up': readsEachDuration((value) => (typeof value === 'number' ? Math.ceil(value) : value)),
  'off-as-zero': readsEachDuration((value) => (value === false || value === 'off' ? 0 : value)),
  'true-as-one-second': readsEachDuration((value) => (value === true ? 1 : value)),
} satisfies Readonly<Record<string, Answers>>;

function readsSizes(size: RegExp, by: (size: number) => string): Answers {
  return reads('/resources', (resources) =>
    changeTexts(resources, (text) => text.replace(size, (_, digits: string) => by(Number(digits)))),
  );
}

function readsDurations(by: (text: string) => string): Answers {
  return readsEachDuration((value) => (typeof value === 'string' ? by(value) : value));
}

function readsEachDuration(by: (value: unknown) => unknown): Answers {
  return ifValid((document) =>
    honest(DURATIONS.reduce((changed, pointer) => change(changed, pointer, by), document)),
  );
}
