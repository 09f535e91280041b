import type { NormalForm as NormalForm0_18_42 } from '../../spec/generated/editions/dstack-0.18.42/normal-form.ts';
import type { NormalForm as NormalForm0_21_2 } from '../../spec/generated/editions/dstack-0.21.2/normal-form.ts';

/** The type of the normal form of each edition, by the edition's id. */
export interface NormalForms {
  readonly 'dstack-0.18.42/task': NormalForm0_18_42;
  readonly 'dstack-0.21.2/task': NormalForm0_21_2;
}

/** The id of an edition. */
export type EditionId = keyof NormalForms;

/** The edition that is meant where none is named. */
export const DEFAULT_EDITION = 'dstack-0.18.42/task';

export type DefaultEdition = typeof DEFAULT_EDITION;

/** The fully defaulted meaning of a document of an edition: every key is present. */
export type NormalFormOf<Id extends EditionId = DefaultEdition> = NormalForms[Id];
