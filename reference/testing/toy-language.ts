import { NO_VOCABULARY } from '../advice/vocabulary.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { byDefault, field, optional, required, tableOf } from '../fields/mapping.ts';
import type { Language } from '../language.ts';
import { oneOf } from '../fields/choice.ts';
import { runNameReader } from '../values/run-name.ts';
import { nodesReader } from '../values/nodes.ts';

/** A document of the toy language: a name, and how many nodes. */
export interface ToyFields {
  readonly kind: 'toy';
  readonly name: string | null;
  readonly nodes: number;
}

/** Its normal form puts the nodes first. */
export interface ToyNormal {
  readonly kind: 'toy';
  readonly nodes: number;
  readonly name: string | null;
}

/**
 * A language of two fields besides its mark, to show that nothing needs to know the languages of the editions. Another
 * reader of nodes makes a wrong one.
 */
export function toyLanguage(
  coercion: Coercion,
  nodes = nodesReader(coercion),
): Language<ToyFields, ToyNormal> {
  return {
    table: tableOf<ToyFields>(
      {
        kind: field(oneOf(['toy'], 'type/task'), 'type/task', required('type/task')),
        name: field(runNameReader(coercion), 'name/given', optional(null, 'name/default')),
        nodes: field(nodes, 'nodes/number', byDefault(1, 'nodes/default')),
      },
      { kind: 'document/mapping', unknown: 'document/known-fields', legacy: ['size'] },
      (defaults) => ({ ...defaults }),
    ),
    rules: [
      {
        requirement: 'document/commands-or-image',
        message: 'several nodes need a name',
        path: '/name',
        fields: ['name', 'nodes'],
        isBroken: ({ name, nodes }) => nodes > 1 && name === null,
      },
    ],
    otherPages: { field: 'kind', values: new Set<unknown>(['game']), own: 'toys' },
    vocabulary: NO_VOCABULARY,
    normalize: ({ kind, name, nodes }) => ({ kind, nodes, name }),
    stringify: (normal) => JSON.stringify(normal),
  };
}
