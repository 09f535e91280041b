import { describe } from '../document/describe.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { field, mappingOf, optional, required, tableOf } from '../fields/mapping.ts';
import type { Tracer } from '../fields/origin.ts';
import type { Reader } from '../fields/reader.ts';
import { reject, Rejection } from '../document/violation.ts';
import { isMapping } from '../document/is-mapping.ts';

/** ports/line-break: A line break after a mapping means nothing. */
const MAPPING = /^([0-9]+|\*):([0-9]+)\n?$/;

/** What differs between editions. */
export interface PortRules {
  readonly highest: number;
  /** Broken by a port below 1 or above the highest. */
  readonly range: RequirementId;
  /** Returns the text that a value is, and `undefined` for a value that is none. */
  readonly textOf: (value: unknown) => string | undefined;
  /** Returns the port that a value alone stands for, in range or not, and `undefined` for a value that is none. */
  readonly alone: (value: unknown, trace?: Tracer) => number | undefined;
}

interface PortObject {
  readonly local_port: number | null;
  readonly container_port: number;
}

/**
 * Reads a port to expose and returns `local:container` or `*:container`.
 * ports/format: Any other text is refused.
 * ports/text-number: Text of digits is a number.
 * ports/number: A number exposes that port under the same local port.
 */
export function portReader(coercion: Coercion, rules: PortRules): Reader<string> {
  const readPortObject = portObjectReader(coercion, rules);
  return function readPort(value, trace) {
    if (isMapping(value)) return readPortObject(value, trace);
    const text = rules.textOf(value);
    if (text !== undefined) {
      const [, local, container] = MAPPING.exec(text) ?? [];
      if (local !== undefined && container !== undefined) {
        if (text.endsWith('\n')) trace?.rule('ports/line-break');
        return readPortMapping(local, container, rules, trace);
      }
    }
    const port = rules.alone(value, trace);
    if (port === undefined) {
      return reject(
        'ports/format',
        `expected a port such as 8080, 80:8080 or *:8080, not ${describe(value)}`,
      );
    }
    trace?.rule(text !== undefined ? 'ports/text-number' : 'ports/number');
    return refuseFar(port, rules) ?? formatPort(port, port);
  };
}

/** Writes a port. A local port of `null` is open. */
export function formatPort(local: number | null, container: number): string {
  return `${local ?? '*'}:${container}`;
}

/**
 * ports/mapping: `local:container` maps a local port to a container port.
 * ports/wildcard-local-port: `*:container` leaves the local port open.
 */
function readPortMapping(
  local: string,
  container: string,
  rules: PortRules,
  trace?: Tracer,
): string | Rejection {
  trace?.rule(local === '*' ? 'ports/wildcard-local-port' : 'ports/mapping');
  const localPort = local === '*' ? null : Number(local);
  const containerPort = Number(container);
  const refused = localPort === null ? undefined : refuseFar(localPort, rules);
  return refused ?? refuseFar(containerPort, rules) ?? formatPort(localPort, containerPort);
}

/** ports/object: `{local_port, container_port}` is a mapping; without `local_port` the local port is open. */
function portObjectReader({ integer }: Coercion, rules: PortRules): Reader<string> {
  const number = portNumberReader(integer, rules);
  const readObject = mappingOf(
    tableOf<PortObject>(
      {
        local_port: field(number, 'ports/object', optional(null, 'ports/object')),
        // ports/object-container-port: `container_port` is required in the object.
        container_port: field(number, 'ports/object', required('ports/object-container-port')),
      },
      { kind: 'ports/format', unknown: 'ports/object-known-fields' },
      (defaults) => ({ ...defaults }),
    ),
  );
  return function readPortObject(value, trace) {
    trace?.rule('ports/object');
    const port = readObject(value);
    return port instanceof Rejection ? port : formatPort(port.local_port, port.container_port);
  };
}

function portNumberReader(integer: Reader<number>, rules: PortRules): Reader<number> {
  return function readPortNumber(value) {
    const port = integer(value);
    return port instanceof Rejection ? port : (refuseFar(port, rules) ?? port);
  };
}

function refuseFar(port: number, { highest, range }: PortRules): Rejection | undefined {
  if (port >= 1 && port <= highest) return undefined;
  return reject(range, `${port} is not between 1 and ${highest}`);
}
