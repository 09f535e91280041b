import type { NormalFleet } from '../../spec/values.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { describe } from '../document/describe.ts';
import { isMapping } from '../document/is-mapping.ts';
import { reject, Rejection } from '../document/violation.ts';
import { field, optional, readMapping, required, tableOf } from '../fields/mapping.ts';
import type { Tracer } from '../fields/origin.ts';
import type { Reader } from '../fields/reader.ts';
import { traceParts } from './parts.ts';

/**
 * Makes a reader for a reference to a fleet. `textOf` reads the short form.
 * fleets/object: A fleet may be a mapping of `name` and `project`.
 */
export function fleetReader({ text }: Coercion, textOf: Reader<string>): Reader<NormalFleet> {
  const table = tableOf<NormalFleet>(
    {
      // fleets/project-default: Without `project` the fleet is one of the current project.
      project: field(text, 'fleets/object', optional(null, 'fleets/project-default')),
      // fleets/name-required: `name` is required in the mapping.
      name: field(text, 'fleets/object', required('fleets/name-required')),
    },
    { kind: 'fleets/kind', unknown: 'fleets/known-fields' },
    (defaults) => ({ ...defaults }),
  );
  return function readFleet(value, trace) {
    if (isMapping(value)) {
      trace?.rule('fleets/object');
      return readMapping(table, value, trace);
    }
    const fleet = textOf(value, trace);
    return fleet instanceof Rejection ? fleet : readShort(fleet, trace);
  };
}

/**
 * fleets/name: Text is the name of a fleet.
 * fleets/project: `project/name` is a fleet of another project.
 * fleets/text-parts: In text, there is at most one slash, and no part is empty.
 */
function readShort(text: string, trace: Tracer | undefined): NormalFleet | Rejection {
  const [first = '', second, ...more] = text.split('/');
  if (first === '' || second === '' || more.length > 0)
    return reject('fleets/text-parts', `expected name or project/name, not ${describe(text)}`);
  if (trace !== undefined) {
    trace.rule(second === undefined ? 'fleets/name' : 'fleets/project');
    if (second === undefined) trace.byDefault('project', ['fleets/project-default'], 'absent');
    traceParts(trace, second === undefined ? ['name'] : ['project', 'name']);
  }
  return second === undefined ? { project: null, name: first } : { project: first, name: second };
}

/** fleets/kind: A fleet is text or a mapping. */
export function readFleetText(value: unknown): string | Rejection {
  return typeof value === 'string'
    ? value
    : reject('fleets/kind', `expected the name of a fleet or a mapping, not ${describe(value)}`);
}
