import { GRAMMAR as DSTACK_0_18_42 } from '../../generators/editions/dstack-0.18.42/grammar.ts';
import { GRAMMAR as DSTACK_0_21_2 } from '../../generators/editions/dstack-0.21.2/grammar.ts';
import type { AnyGrammar } from '../../generators/grammar.ts';
import type { EditionId } from './normal-forms.ts';

/** The grammar of each edition. */
export const GRAMMARS: Readonly<Record<EditionId, AnyGrammar>> = {
  'dstack-0.18.42/task': DSTACK_0_18_42,
  'dstack-0.21.2/task': DSTACK_0_21_2,
};
