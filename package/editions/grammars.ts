import { GRAMMAR as DSTACK_0_18_42 } from '../../generators/editions/dstack-0.18.42/grammar.ts';
import type { AnyGrammar } from '../../generators/grammar.ts';
import type { EditionId } from './normal-forms.ts';

/** The id of an edition that has generators. */
export type GeneratedEdition = 'dstack-0.18.42/task';

/** The grammar of each edition that has generators. */
export const GRAMMARS: Readonly<Record<GeneratedEdition & EditionId, AnyGrammar>> = {
  'dstack-0.18.42/task': DSTACK_0_18_42,
};
