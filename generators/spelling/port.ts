import { PORTS_OF_INTEGERS, type Port } from '../meaning/port.ts';
import { boolean, integer, mappingOf, NULL, newText, text, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { integerText, spellInteger } from './integer.ts';

/**
 * ports/text-number: Text of digits is a number.
 * ports/number: A number exposes that port under the same local port.
 * ports/range: A port is between 1 and 65536.
 */
export function spellPort(port: Port, pen: Pen, { alone } = PORTS_OF_INTEGERS): Node {
  if (port.local === 65_536 || port.container === 65_536) pen.note('ports/range');
  if (pen.way(1, 6) === 5) return spellPortObject(port, pen);
  if (port.local !== port.container) return newText(spellMappingText(port, pen));
  switch (pen.way(2, 6)) {
    case 1:
      return newText(spellMappingText(port, pen));
    case 4:
      pen.note('ports/text-number');
      return text(alone === 'digits' ? digits(port.container, pen) : integerText(port.container, pen));
    case 5:
      pen.note('ports/number');
      return alone === 'digits' ? spellWhole(port.container, pen) : spellInteger(port.container, pen);
    default:
      pen.note('ports/number');
      return integer(port.container);
  }
}

/**
 * Writes a port as digits, perhaps with zeros in front.
 * ports/line-break-alone: A line break after a port in text means nothing.
 */
function digits(port: number, pen: Pen): string {
  switch (pen.source.below(6)) {
    case 4:
      return `0${port}`;
    case 5:
      pen.note('ports/line-break-alone');
      return `${port}\n`;
    default:
      return `${port}`;
  }
}

/** integer/from-boolean: A boolean where an integer is expected is 1 or 0. */
function spellWhole(port: number, pen: Pen): Node {
  if (port !== 1) return integer(port);
  pen.note('integer/from-boolean');
  return boolean(true);
}

/**
 * Writes a mapping as text. Zeros in front mean nothing.
 * ports/mapping: `local:container` maps a local port to a container port.
 * ports/wildcard-local-port: `*:container` leaves the local port open.
 * ports/line-break: A line break after a mapping means nothing.
 */
function spellMappingText({ local, container }: Port, pen: Pen): string {
  pen.note(local === null ? 'ports/wildcard-local-port' : 'ports/mapping');
  const way = pen.way(1, 24);
  const zeros = way === 23 ? '0' : '';
  const mapping = local === null ? `*:${zeros}${container}` : `${zeros}${local}:${container}`;
  if (way !== 22) return mapping;
  pen.note('ports/line-break');
  return `${mapping}\n`;
}

/**
 * ports/object: `{local_port, container_port}` is a mapping; without `local_port` the local port is open.
 * Writes an object, where an open local port is left out, or is null.
 */
function spellPortObject({ local, container }: Port, pen: Pen): Node {
  pen.note('ports/object');
  const container_port = spellInteger(container, pen);
  if (local !== null) return inAnyOrder(spellInteger(local, pen), container_port, pen);
  return pen.source.below(3) === 2 ? inAnyOrder(NULL, container_port, pen) : mappingOf({ container_port });
}

function inAnyOrder(local_port: Node, container_port: Node, pen: Pen): Node {
  return pen.source.below(4) === 3
    ? mappingOf({ container_port, local_port })
    : mappingOf({ local_port, container_port });
}
