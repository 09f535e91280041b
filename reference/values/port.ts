import { describe } from '../document/describe.ts';
import { Binary } from '../document/foreign.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { field, mappingOf, optional, required, tableOf } from '../fields/mapping.ts';
import type { Tracer } from '../fields/origin.ts';
import type { Reader } from '../fields/reader.ts';
import { reject, Rejection } from '../document/violation.ts';
import { isMapping } from '../document/is-mapping.ts';

/** The highest port that the release accepts, which is one more than TCP's highest. */
const HIGHEST = 65_536;

/** ports/line-break: A line break after a mapping means nothing. */
const MAPPING = /^([0-9]+|\*):([0-9]+)\n?$/;

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
export function portReader(coercion: Coercion): Reader<string> {
  const readPortObject = portObjectReader(coercion);
  return function readPort(value, trace) {
    if (isMapping(value)) return readPortObject(value, trace);
    const text = textOf(value);
    if (text !== undefined) {
      const [, local, container] = MAPPING.exec(text) ?? [];
      if (local !== undefined && container !== undefined) {
        if (text.endsWith('\n')) trace?.rule('ports/line-break');
        return readPortMapping(local, container, trace);
      }
    }
    const port = coercion.integerOf(value, trace);
    if (port === undefined) {
      return reject(
        'ports/format',
        `expected a port such as 8080, 80:8080 or *:8080, not ${describe(value)}`,
      );
    }
    trace?.rule(text !== undefined ? 'ports/text-number' : 'ports/number');
    return inRange(port) ? formatPort(port, port) : outOfRange(port);
  };
}

/**
 * yaml/tags: The standard tags (`!!str`, `!!int`, `!!float`, ...) choose the type; any other tag is refused.
 * Binary data is a text.
 */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof Binary ? value.text : undefined;
}

/** Writes a port. A local port of `null` is open. */
export function formatPort(local: number | null, container: number): string {
  return `${local ?? '*'}:${container}`;
}

/**
 * ports/mapping: `local:container` maps a local port to a container port.
 * ports/wildcard-local-port: `*:container` leaves the local port open.
 */
function readPortMapping(local: string, container: string, trace?: Tracer): string | Rejection {
  trace?.rule(local === '*' ? 'ports/wildcard-local-port' : 'ports/mapping');
  const localPort = local === '*' ? null : Number(local);
  const containerPort = Number(container);
  if (localPort !== null && !inRange(localPort)) return outOfRange(localPort);
  return inRange(containerPort) ? formatPort(localPort, containerPort) : outOfRange(containerPort);
}

/** ports/object: `{local_port, container_port}` is a mapping; without `local_port` the local port is open. */
function portObjectReader({ integer }: Coercion): Reader<string> {
  const number = portNumberReader(integer);
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

function portNumberReader(integer: Reader<number>): Reader<number> {
  return function readPortNumber(value) {
    const port = integer(value);
    return port instanceof Rejection || inRange(port) ? port : outOfRange(port);
  };
}

function inRange(port: number): boolean {
  return port >= 1 && port <= HIGHEST;
}

/** ports/range: A port is between 1 and 65536. */
function outOfRange(port: number): Rejection {
  return reject('ports/range', `${port} is not between 1 and ${HIGHEST}`);
}
