import type { Answers } from './answer.ts';
import { WRONG_DEFAULTS } from './wrong-defaults.ts';
import { WRONG_GPU } from './wrong-gpu.ts';
import { WRONG_READINGS } from './wrong-readings.ts';
import { WRONG_UNITS } from './wrong-units.ts';
import { WRONG_ACCEPTANCES, WRONG_REJECTIONS } from './wrong-verdicts.ts';

/** Every fault that is about values: the program is well-behaved, its answers are not right. */
const FAULTS = {
  ...WRONG_DEFAULTS,
  ...WRONG_READINGS,
  ...WRONG_UNITS,
  ...WRONG_GPU,
  ...WRONG_ACCEPTANCES,
  ...WRONG_REJECTIONS,
} satisfies Readonly<Record<string, Answers>>;

export type ValueFault = keyof typeof FAULTS;

export const VALUE_FAULTS: Readonly<Record<ValueFault, Answers>> = FAULTS;
