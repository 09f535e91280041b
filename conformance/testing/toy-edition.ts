import { TOY_GRAMMAR } from '../../generators/testing/toy-grammar.ts';
import { PYDANTIC_1 } from '../../reference/coercion/pydantic-1/pydantic-1.ts';
import { toyLanguage } from '../../reference/testing/toy-language.ts';
import type { EditionSpec, Requirement } from '../../spec/edition.ts';
import { registeredAs } from './edition.ts';
import type { Edition } from '../edition.ts';
import type { Register } from '../editions/register.ts';
import type { Registered } from '../edition.ts';

/**
 * An edition of two fields, to show that nothing needs to know the editions of the register. Users can't choose it. Its
 * page says what the one of dstack is silent about: that there is at least one node.
 */

const REQUIREMENTS: readonly Requirement[] = [
  {
    id: 'document/mapping',
    topic: 'document',
    level: 'observed',
    root: true,
    sentence: 'A document is a mapping.',
    source: { release: 'The toy is observed by its tests.' },
    accepts: [{ yaml: 'nodes: 1', normal: {} }],
    rejects: [{ document: '[toy]', path: '' }],
  },
  {
    id: 'nodes/number',
    topic: 'run',
    level: 'documented',
    sentence: '`nodes` is the number of nodes.',
    source: { page: ['nodes - The number of nodes.'] },
    accepts: [{ yaml: 'nodes: 2\nname: several', normal: { nodes: 2, name: 'several' } }],
  },
  {
    id: 'nodes/positive',
    topic: 'run',
    level: 'documented',
    sentence: 'There is at least one node.',
    source: { page: ['There is at least one.'] },
    accepts: [{ yaml: 'nodes: 1', normal: { nodes: 1 } }],
    rejects: [{ yaml: 'nodes: 0', path: '/nodes' }],
  },
  {
    id: 'nodes/default',
    topic: 'run',
    level: 'documented',
    sentence: '`nodes` defaults to 1.',
    source: { page: ['Defaults to 1.'] },
    accepts: [{ yaml: 'name: alone', normal: { name: 'alone', nodes: 1 } }],
  },
];

const DEFAULTS = { kind: 'toy', nodes: 1, name: null };

const SPEC: EditionSpec = {
  id: 'toy-1/toy',
  title: 'Toys',
  levels: Object.fromEntries(REQUIREMENTS.map(({ id, level }) => [id, level])),
  requirements: REQUIREMENTS,
  topics: [
    { topic: 'document', about: 'The whole.' },
    { topic: 'run', about: 'The run.' },
  ],
  topicOf: new Map(REQUIREMENTS.map(({ id, topic }) => [id, topic])),
  page: [],
  divergences: [],
  outOfScope: [],
  defaults: DEFAULTS,
  minimal: {
    document: 'kind: toy\n',
    normal: DEFAULTS,
    refused: { yaml: 'nodes: 0', requirement: 'nodes/positive', path: '/nodes' },
  },
  normalSchema: {
    type: 'object',
    additionalProperties: false,
    required: ['kind', 'nodes', 'name'],
    properties: {
      kind: { const: 'toy' },
      nodes: { type: 'integer', minimum: 1 },
      name: { type: ['string', 'null'] },
    },
  },
};

export const TOY: Edition = {
  id: SPEC.id,
  spec: SPEC,
  language: toyLanguage(PYDANTIC_1),
  grammar: TOY_GRAMMAR,
  measured: () => undefined,
};

/** The toy as the command line gives an edition to a command. */
export const CHOSEN_TOY: Registered = registeredAs(TOY);

/** A register of the toy alone. */
export const TOYS: Register = [CHOSEN_TOY];
