import type { Row } from './row.ts';
import { documented, generated, observed } from './value-row.ts';

/** Programs whose numbers are too small or too coarse, or which read them from text as another language does. */
export const NUMBER_ROWS: readonly Row[] = [
  generated(
    documented(
      'integers-wrap-at-32-bits',
      'Integers wrap around at 2^31.',
      ['text/from-integer', 'duration/number', 'max_price/given'],
      ['integer/number', 'memory/bare-number'],
    ),
  ),
  generated(
    documented(
      'integers-end-at-32-bits',
      'Integers above 2^31−1 become 2^31−1.',
      ['text/from-integer', 'duration/number', 'max_price/given'],
      ['integer/number', 'memory/bare-number'],
    ),
  ),
  generated(
    documented(
      'durations-wrap-at-32-bits',
      'Seconds wrap around at 2^31.',
      ['duration/units', 'duration/seconds-weeks'],
      ['duration/number', 'duration/text-number'],
    ),
  ),
  documented('price-of-32-bits', 'Prices are floats of 32 bits.', ['max_price/given']),
  generated(documented('price-in-whole-cents', 'Prices are rounded to cents.', ['max_price/given'])),
  observed('sizes-of-32-bits', 'Sizes are floats of 32 bits.', ['memory/fraction']),
  observed('sizes-in-whole-megabytes', 'Sizes are rounded to megabytes.', ['memory/fraction']),
  observed('floats-with-six-digits', 'Floats have six digits, as `%g` prints them.', ['text/from-float']),
  observed('integers-as-floats', 'Every number is a float, so that `1` as text is `1.0`.', [
    'text/from-integer',
  ]),
  // JavaScript and Go read JSON like this. A program without any other fault is conformant.
  generated(
    observed('whole-floats-as-integers', 'JSON `2.0` is the integer 2.', [
      'text/from-float',
      'gpu/float',
      'gpu/compute_capability-format',
    ]),
  ),
  observed(
    'integer-text-prefix',
    "Text is an integer up to its first other character, as in `parseInt('3 nodes')`.",
    ['integer/other'],
  ),
  observed('integer-text-as-in-javascript', "Text is an integer as in `Number('0x10')`.", ['integer/other']),
  observed('integer-text-octal', "A leading zero makes text octal: `'010'` is 8.", ['integer/from-text']),
  observed('integer-text-with-fraction', "`'2.0'` is an integer.", ['integer/other']),
  observed('refuses-sign-in-integer-text', "`'+5'` is no integer.", ['integer/from-text']),
  observed('refuses-blanks-in-integer-text', "`' 5 '` is no integer.", ['integer/from-text']),
  observed('refuses-integer-text', "Types are strict: `'2'` is no integer.", ['integer/from-text']),
  observed('refuses-float-for-integer', 'Types are strict: `2.0` is no integer.', ['integer/from-float']),
  observed('seconds-rounded-half-even', 'A fraction of a second is rounded half to even.', [
    'duration/number',
  ]),
];
