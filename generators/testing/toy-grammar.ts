import { integer, knownText, text, type Node } from '../document/node.ts';
import type { Entries } from '../document/entries.ts';
import { declarableFields } from '../fields/declarable.ts';
import { drawFields } from '../fields/draw-fields.ts';
import { fieldsWith, spellNull } from '../fields/field.ts';
import type { Grammar } from '../grammar.ts';
import { drawNodes } from '../meaning/count.ts';
import { drawRunName } from '../meaning/run-name.ts';
import type { Frame, Mutation } from '../mutation.ts';
import { spellInteger } from '../spelling/integer.ts';
import { spellRunName } from '../spelling/run-name.ts';
import type { Pen } from '../choices/pen.ts';
import { PYDANTIC_1 } from '../coercion/pydantic-1.ts';
import type { Levels } from '../../spec/edition.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';

/** A toy document: a name, and a number of nodes. */
export interface ToyMeaning {
  name: string | null;
  nodes: number;
}

/** The normal form of a toy document. */
export interface ToyNormal {
  readonly kind: 'toy';
  readonly nodes: number;
  readonly name: string | null;
}

const DEFAULTS: Readonly<ToyMeaning> = { name: null, nodes: 1 };

const KIND = knownText('kind');
const NODES = knownText('nodes');

const LEVELS: Levels = {
  'nodes/number': 'documented',
  'nodes/positive': 'documented',
  'document/mapping': 'observed',
};

const field = fieldsWith<ToyMeaning>(DEFAULTS, LEVELS);

const FIELDS = [
  field('nodes', {
    popularity: 128,
    given: 'nodes/number',
    byDefault: 'nodes/default',
    draw: drawNodes,
    spell: spellInteger,
  }),
  field('name', {
    popularity: 128,
    given: 'name/given',
    byDefault: 'name/default',
    draw: drawRunName,
    spell: spellRunName,
    spellAbsent: spellNull,
    isNeeded: ({ nodes }) => nodes > 1,
  }),
];

const MUTATIONS: ReadonlyMap<RequirementId, readonly Mutation[]> = new Map<
  RequirementId,
  readonly Mutation[]
>([
  [
    'nodes/positive',
    [
      {
        kind: 'fields',
        requirement: 'nodes/positive',
        claims: ['nodes'],
        write: (entries) => {
          entries.add(NODES, integer(0));
          return '/nodes';
        },
      },
    ],
  ],
  [
    'document/mapping',
    [{ kind: 'whole', requirement: 'document/mapping', replace: (): Node => text('toy') }],
  ],
]);

/** A grammar of two fields besides the mark of its documents: the engine needs to know no edition's grammar. */
export const TOY_GRAMMAR: Grammar<ToyMeaning, ToyNormal> = {
  mutations: MUTATIONS,
  foci: { run: [['nodes']] },
  topics: new Map([
    ['nodes/positive', 'run'],
    ['document/mapping', 'document'],
  ]),
  levels: LEVELS,
  coercion: PYDANTIC_1,
  fields: declarableFields(FIELDS),
  draw: drawToy,
  normal: ({ name, nodes }) => ({ kind: 'toy', nodes, name }),
};

function drawToy(entries: Entries, pen: Pen, { claims }: Frame = { claims: [] }): ToyMeaning {
  const toy = { ...DEFAULTS };
  entries.add(KIND, text('toy'));
  drawFields(FIELDS, toy, entries, pen, { claims, writes: new Map() });
  return toy;
}
