import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import type { Pool } from '../../../choices/choose.ts';
import type { Literal } from '../../../document/literal.ts';
import { drawFleet } from '../../../meaning/fleet.ts';
import { drawInstance } from '../../../meaning/instance.ts';
import { spellFleet } from '../../../spelling/fleet.ts';
import { spellInstance } from '../../../spelling/instance.ts';
import { badField, badItem } from './field.ts';
import type { Mutation } from './mutation.ts';

/** Mutations of fleets and instances. */
export const FLEET_MUTATIONS: readonly Mutation[] = [
  // fleets/text-parts: In text, there is at most one slash, and no part is empty.
  badFleet('fleets/text-parts', ['', 'a/b/c', '/f', 'f/', '/', '//', 'a//b', 'p/f/']),
  // fleets/name-required: `name` is required in the mapping.
  badFleet('fleets/name-required', [{ project: 'p' }, {}, { project: null }]),
  // fleets/known-fields: The mapping of a fleet has no other field.
  badFleet(
    'fleets/known-fields',
    [
      { name: 'f', instance: 1 },
      { instance: null, name: 'f' },
    ],
    '/instance',
  ),
  badFleet('fleets/known-fields', [{ name: 'f', Project: 'p' }], '/Project'),
  // fleets/kind: A fleet is text or a mapping.
  badInstance(
    'fleets/kind',
    [
      { fleet: 1, instance: 0 },
      { fleet: ['f'], instance: 0 },
      { fleet: true, instance: 0 },
      { instance: 1, fleet: 1.5 },
    ],
    '/fleet',
  ),
  badInstance(
    'fleets/text-parts',
    [
      { fleet: 'a/b/c', instance: 0 },
      { fleet: '', instance: 1 },
    ],
    '/fleet',
  ),
  // instances/not-empty: `instances` has at least one item.
  badField('instances/not-empty', 'instances', [[]]),
  // instances/kind: An instance is text or a mapping.
  badInstance('instances/kind', [1, ['a'], true, 1.5, []]),
  // instances/number-range: `instance` is 0 or more.
  badInstance(
    'instances/number-range',
    [
      { fleet: 'f', instance: -1 },
      { fleet: 'p/f', instance: '-1' },
      { instance: -7, fleet: { name: 'f' } },
    ],
    '/instance',
  ),
  // instances/name-not-empty: The name and the host name of an instance are not empty.
  badInstance('instances/name-not-empty', ['']),
  badInstance('instances/name-not-empty', [{ name: '' }], '/name'),
  badInstance('instances/name-not-empty', [{ hostname: '' }], '/hostname'),
  // instances/required-fields: A mapping has a `name`, a `hostname`, or a `fleet` and an `instance`.
  badInstance('instances/required-fields', [{ fleet: 'f' }, { instance: 1 }, {}, { fleet: { name: 'f' } }]),
  // instances/known-fields: A mapping has no field of another kind and no other field.
  badInstance('instances/known-fields', [{ name: 'a', hostname: 'b' }], '/hostname'),
  badInstance(
    'instances/known-fields',
    [
      { hostname: 'a', port: 1 },
      { port: 22, hostname: 'a' },
    ],
    '/port',
  ),
  badInstance('instances/known-fields', [{ name: 'a', fleet: 'f' }], '/fleet'),
  badInstance('instances/known-fields', [{ fleet: 'f', instance: 0, id: 1 }], '/id'),
];

/** Puts one of these fleets into a list with good ones. */
function badFleet(requirement: RequirementId, literals: Pool<Literal>, within = ''): Mutation {
  return badItem(requirement, 'fleets', literals, (pen) => spellFleet(drawFleet(pen), pen), { within });
}

/** Puts one of these instances into a list with good ones. */
function badInstance(requirement: RequirementId, literals: Pool<Literal>, within = ''): Mutation {
  return badItem(requirement, 'instances', literals, (pen) => spellInstance(drawInstance(pen), pen), {
    within,
  });
}
