import { Float } from '../../../reference/document/float.ts';
import type { Answers } from './answer.ts';
import { changeAll, changeNumbers, changeTexts, wholeFloatsAsIntegers } from './change.ts';
import { honest } from './right-answers.ts';
import { DURATIONS, secondsOf } from './durations.ts';
import { ifValid, reads, refuses, says, tolerates } from './wrong.ts';

/** Implementations whose numbers are too small, too coarse, or read from text in the way of another language. */
export const WRONG_NUMBERS = {
  'integers-wrap-at-32-bits': readsIntegers((integer) => integer | 0),
  'integers-end-at-32-bits': readsIntegers((integer) => Math.min(Math.max(integer, -LARGEST - 1), LARGEST)),
  'durations-wrap-at-32-bits': saysSeconds((seconds) => seconds | 0),
  'price-of-32-bits': says('/max_price', (price) => (typeof price === 'number' ? Math.fround(price) : price)),
  'price-in-whole-cents': says('/max_price', (price) =>
    typeof price === 'number' ? Math.round(price * 100) / 100 : price,
  ),
  'sizes-of-32-bits': saysSizes(Math.fround),
  'sizes-in-whole-megabytes': saysSizes((gigabytes) => Math.round(gigabytes * 1024) / 1024),
  'floats-with-six-digits': readsEnvNumbers((number) => Number(number.toPrecision(6))),
  'integers-as-floats': readsEnvNumbers((number) => number, 'integers too'),
  'whole-floats-as-integers': tolerates('', wholeFloatsAsIntegers),
  'integer-text-prefix': toleratesCounts((text) => /^\s*[-+]?\d+/.exec(text)?.[0] ?? text),
  'integer-text-as-in-javascript': toleratesCounts((text) =>
    Number.isInteger(Number(text)) ? String(Number(text)) : text,
  ),
  'integer-text-octal': toleratesCounts((text) =>
    /^0[0-7]+$/.test(text) ? String(Number.parseInt(text, 8)) : text,
  ),
  'integer-text-with-fraction': toleratesCounts((text) => text.replace(/^(\d+)\.0+$/, '$1')),
  'refuses-sign-in-integer-text': refusesCountText(/^\s*[-+]/),
  'refuses-blanks-in-integer-text': refusesCountText(/^\s|\s$/),
  'refuses-integer-text': refusesCountText(/./),
  'refuses-float-for-integer': refuses('/nodes', (nodes) => nodes instanceof Float || nodes === 1.5),
  'seconds-rounded-half-even': readsSeconds(halfEven),
} satisfies Readonly<Record<string, Answers>>;

/** The largest signed integer of 32 bits. */
const LARGEST = 2_147_483_647;

const COUNTS = ['/nodes', '/ports/*/container_port', '/ports/*/local_port'];

function readsNumbers(by: (number: number | Float) => unknown): Answers {
  return reads('', (document) => changeNumbers(document, by));
}

function readsIntegers(by: (integer: number) => number): Answers {
  return readsNumbers((number) =>
    typeof number === 'number' && Number.isInteger(number) ? by(number) : number,
  );
}

/** Misreads the floats among the values of variables. With `integers too` it reads every number as a float. */
function readsEnvNumbers(
  by: (number: number) => number,
  which: 'floats' | 'integers too' = 'floats',
): Answers {
  return reads('/env', (env) =>
    changeNumbers(env, (number) => {
      if (number instanceof Float) return new Float(by(number.value));
      if (Number.isInteger(number)) return which === 'floats' ? number : new Float(number);
      return by(number);
    }),
  );
}

/** Misreads durations that are given as bare numbers, in seconds. */
function readsSeconds(by: (seconds: number) => number): Answers {
  return ifValid((document) =>
    honest(changeAll(document, DURATIONS, (value) => (typeof value === 'number' ? by(value) : value))),
  );
}

function saysSeconds(by: (seconds: number) => number): Answers {
  return says('', (normal) =>
    changeAll(normal, DURATIONS, (duration) => {
      const seconds = secondsOf(duration);
      return seconds === undefined ? duration : by(seconds);
    }),
  );
}

function saysSizes(by: (gigabytes: number) => number): Answers {
  return says('/resources', (resources) =>
    changeTexts(resources, (text) =>
      text.replace(/\d+(?:\.\d+)?(?=GB)/g, (gigabytes) => String(by(Number(gigabytes)))),
    ),
  );
}

/** Replaces the text in the place of a count or a port before it is checked. */
function toleratesCounts(by: (text: string) => string): Answers {
  return tolerates('', (document) =>
    changeAll(document, COUNTS, (found) => (typeof found === 'string' ? by(found) : found)),
  );
}

function refusesCountText(pattern: RegExp): Answers {
  return refuses('/nodes', (nodes) => typeof nodes === 'string' && pattern.test(nodes));
}

function halfEven(seconds: number): number {
  const below = Math.floor(seconds);
  if (seconds - below !== 0.5) return Math.round(seconds);
  return below % 2 === 0 ? below : below + 1;
}
