import type {
  NormalFleetInstance,
  NormalInstance,
  NormalInstanceHostname,
  NormalInstanceName,
} from '../../spec/values.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { describe } from '../document/describe.ts';
import { isMapping } from '../document/is-mapping.ts';
import { reject, Rejection } from '../document/violation.ts';
import { listOf, notEmpty } from '../fields/list.ts';
import { field, mappingOf, required, tableOf, type TableRules } from '../fields/mapping.ts';
import type { Reader } from '../fields/reader.ts';
import { traceParts } from './parts.ts';
import { fleetReader, readFleetText } from './fleet.ts';
import { integerWithin } from './integer-within.ts';

/**
 * Makes a reader for the list of instances.
 * instances/not-empty: `instances` has at least one item.
 */
export function instancesReader(coercion: Coercion): Reader<NormalInstance[]> {
  const readList = listOf(instanceReader(coercion));
  return notEmpty(readList, 'instances/not-empty', 'at least one instance is needed');
}

/**
 * instances/text: Text is the name of an instance, whatever it holds.
 * instances/kind: An instance is text or a mapping.
 * A mapping is of the kind that its keys show.
 */
function instanceReader(coercion: Coercion): Reader<NormalInstance> {
  const { name, hostname, numbered } = instanceReaders(coercion);
  return function readInstance(value, trace) {
    if (typeof value === 'string') {
      trace?.rule('instances/text');
      if (trace !== undefined) traceParts(trace, ['name']);
      return value === '' ? refuseEmpty() : { name: value };
    }
    if (!isMapping(value))
      return reject(
        'instances/kind',
        `expected the name of an instance or a mapping, not ${describe(value)}`,
      );
    if (Object.hasOwn(value, 'name')) return name(value, trace);
    return Object.hasOwn(value, 'hostname') ? hostname(value, trace) : numbered(value, trace);
  };
}

function instanceReaders(coercion: Coercion): {
  readonly name: Reader<NormalInstanceName>;
  readonly hostname: Reader<NormalInstanceHostname>;
  readonly numbered: Reader<NormalFleetInstance>;
} {
  const text = named(coercion.text);
  const needed = required('instances/required-fields');
  // instances/known-fields: A mapping has no field of another kind and no other field.
  const rules: TableRules = { kind: 'instances/kind', unknown: 'instances/known-fields' };
  // instances/number-range: `instance` is 0 or more.
  const number = integerWithin(coercion.integer, 0, Infinity, 'instances/number-range');
  return {
    // instances/name: `name` is the name of an instance.
    name: mappingOf(
      tableOf<NormalInstanceName>({ name: field(text, 'instances/name', needed) }, rules, (defaults) => ({
        ...defaults,
      })),
    ),
    // instances/hostname: `hostname` is the host name or the address of an instance.
    hostname: mappingOf(
      tableOf<NormalInstanceHostname>(
        { hostname: field(text, 'instances/hostname', needed) },
        rules,
        (defaults) => ({ ...defaults }),
      ),
    ),
    // instances/numbered: `fleet` and `instance` are a fleet and the number of an instance in it.
    // instances/required-fields: A mapping has a `name`, a `hostname`, or a `fleet` and an `instance`.
    numbered: mappingOf(
      tableOf<NormalFleetInstance>(
        {
          fleet: field(fleetReader(coercion, readFleetText), 'instances/numbered', needed),
          instance: field(number, 'instances/numbered', needed),
        },
        rules,
        (defaults) => ({ ...defaults }),
      ),
    ),
  };
}

/** instances/name-not-empty: The name and the host name of an instance are not empty. */
function named(text: Reader<string>): Reader<string> {
  return function readNamed(value, trace) {
    const read = text(value, trace);
    return read === '' ? refuseEmpty() : read;
  };
}

function refuseEmpty(): Rejection {
  return reject('instances/name-not-empty', 'an instance has a name');
}
