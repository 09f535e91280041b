import type { Answers } from './answer.ts';
import { HARMLESS } from './harmless.ts';
import { WRONG_CHECKS } from './wrong-checks.ts';
import { WRONG_DEFAULTS } from './wrong-defaults.ts';
import { WRONG_ECHOES } from './wrong-echoes.ts';
import { WRONG_ENV } from './wrong-env.ts';
import { WRONG_GPU } from './wrong-gpu.ts';
import { WRONG_LISTS } from './wrong-lists.ts';
import { WRONG_NAMES } from './wrong-names.ts';
import { WRONG_NUMBERS } from './wrong-numbers.ts';
import { WRONG_READINGS } from './wrong-readings.ts';
import { WRONG_TEXTS } from './wrong-texts.ts';
import { WRONG_UNITS } from './wrong-units.ts';
import { WRONG_ACCEPTANCES, WRONG_REJECTIONS } from './wrong-verdicts.ts';

/** Every fault about values that needs no memory: the program behaves well, but its answers are wrong. */
const FAULTS = {
  ...WRONG_DEFAULTS,
  ...WRONG_READINGS,
  ...WRONG_UNITS,
  ...WRONG_GPU,
  ...WRONG_ACCEPTANCES,
  ...WRONG_REJECTIONS,
  ...WRONG_ECHOES,
  ...WRONG_NUMBERS,
  ...WRONG_TEXTS,
  ...WRONG_ENV,
  ...WRONG_NAMES,
  ...WRONG_LISTS,
  ...WRONG_CHECKS,
  ...HARMLESS,
} satisfies Readonly<Record<string, Answers>>;

export type ValueFault = keyof typeof FAULTS;

export const VALUE_FAULTS: Readonly<Record<ValueFault, Answers>> = FAULTS;
