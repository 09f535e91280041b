import type { Fault } from './fault.ts';
import { integerIn, type Numeral } from './numeral.ts';

/** ports/range: A port is between 1 and 65536. */
export const HIGHEST_PORT = 65_536;

/**
 * Matches a valid mapping. The release accepts a line break at the very end.
 * ports/mapping: `local:container` maps a local port to a container port.
 * ports/wildcard-local-port: `*:container` leaves the local port open.
 */
const MAPPING = /^(\p{Nd}+|\*):(\p{Nd}+)\n?$/u;

/**
 * ports/range: A port is between 1 and 65536.
 * ports/format: Any other text is refused.
 */
export function portFault(text: string): Fault {
  const [, local, container] = MAPPING.exec(text) ?? [];
  if (local === undefined || container === undefined) {
    const port = integerIn(text);
    return port === 'none' ? 'ports/format' : rangeFault([port]);
  }
  return rangeFault(local === '*' ? [integerIn(container)] : [integerIn(local), integerIn(container)]);
}

function rangeFault(ports: readonly Numeral[]): Fault {
  if (ports.includes('unclear')) return undefined;
  return ports.some((port) => typeof port === 'number' && !isPort(port)) ? 'ports/range' : undefined;
}

function isPort(port: number): boolean {
  return port >= 1 && port <= HIGHEST_PORT;
}
