import type { EditionSpec } from '../../spec/edition.ts';
import { SPEC as DSTACK_0_18_42 } from '../../spec/generated/editions/dstack-0.18.42/edition.ts';
import { SPEC as DSTACK_0_21_2 } from '../../spec/generated/editions/dstack-0.21.2/edition.ts';
import type { EditionId } from './normal-forms.ts';

/** What must hold in each edition. The command line loads them on demand; the library holds all. */
export const SPECS: Readonly<Record<EditionId, EditionSpec>> = {
  'dstack-0.18.42/task': DSTACK_0_18_42,
  'dstack-0.21.2/task': DSTACK_0_21_2,
};
