import { GRAMMAR as DSTACK_0_18_42 } from '../../generators/editions/dstack-0.18.42/grammar.ts';

/** The grammar of each edition that has generators, by the edition's id. */
export const GRAMMARS = {
  'dstack-0.18.42/task': DSTACK_0_18_42,
} as const;
