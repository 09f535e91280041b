import { SPEC as DSTACK_0_18_42 } from '../../spec/generated/editions/dstack-0.18.42/edition.ts';
import { SPEC as DSTACK_0_21_2 } from '../../spec/generated/editions/dstack-0.21.2/edition.ts';

/** What must hold in each edition, by the edition's id. The command line loads them on demand; the library holds both. */
export const SPECS = {
  'dstack-0.18.42/task': DSTACK_0_18_42,
  'dstack-0.21.2/task': DSTACK_0_21_2,
} as const;
