import { LANGUAGE as DSTACK_0_18_42 } from '../../reference/editions/dstack-0.18.42/language.ts';
import { LANGUAGE as DSTACK_0_21_2 } from '../../reference/editions/dstack-0.21.2/language.ts';
import type { AnyLanguage } from '../../reference/language.ts';
import type { EditionId } from './normal-forms.ts';

/** The language of each edition. The command line loads them on demand; the library holds all. */
export const LANGUAGES: Readonly<Record<EditionId, AnyLanguage>> = {
  'dstack-0.18.42/task': DSTACK_0_18_42,
  'dstack-0.21.2/task': DSTACK_0_21_2,
};
