import { oneOf, type Pool } from '../../../choices/choose.ts';
import { drawPort } from '../../../meaning/port.ts';
import type { FieldMutation, Mutation } from '../mutations/mutation.ts';
import { entryPlace, frameOf, itemPlace, type Place } from '../mutations/place.ts';
import { float, integer, text, type Node } from '../../../document/node.ts';
import type { Pen } from '../../../choices/pen.ts';
import { spellPort } from '../../../spelling/port.ts';
import { HIGHEST_PORT, portFault } from '../../../misspelling/port.ts';
import { integerFault } from '../../../misspelling/scalar.ts';
import { edited, nearMiss } from './near-miss.ts';
import { after, exchanged, followedBy, instead, trapped, type Trap } from './trap.ts';

const PORT = itemPlace('ports', (pen) => spellPort(drawPort(pen), pen));

const PORT_TOKENS = [
  ':',
  '-',
  '/tcp',
  '*',
  '+',
  ' ',
  '.',
  ':80',
  '80:',
  'a',
  ',',
  '/udp',
  '127.0.0.1:',
  '0.0.0.0:',
  '::',
  '0x',
] as const;

const PORT_TRAPS: Pool<Trap> = [
  followedBy('/tcp'),
  followedBy('/udp'),
  followedBy(' '),
  after(' '),
  exchanged(/:|$/, ' : '),
  exchanged(/:|$/, ': '),
  exchanged(/[0-9*]+:?/, ':'),
  exchanged(/[0-9]+$/, ''),
  exchanged(/[0-9]+$/, '*'),
  instead('*'),
  instead('*:'),
  after('127.0.0.1:'),
  followedBy(':80'),
  followedBy('-8090'),
  followedBy('x'),
  after('x'),
  exchanged(/:|$/, ':+'),
  exchanged(/:|$/, ':-'),
  exchanged(/[0-9]+$/, 'http'),
  after('0x'),
  followedBy('.0'),
  followedBy('\nx'),
];

const NUMBERS: readonly Place[] = [
  entryPlace(PORT, 'local_port', { container_port: integer(80) }),
  entryPlace(PORT, 'container_port'),
  entryPlace(PORT, 'container_port', { local_port: integer(80) }),
];

/** Near-misses of ports. */
export const PORT_NEAR_MISSES: readonly Mutation[] = [
  // ports/format: Any other text is refused.
  nearMiss({
    requirement: 'ports/format',
    place: PORT,
    grammar: portFault,
    candidate: trapped(portText, PORT_TRAPS, PORT_TOKENS),
    seeds: ['80/tcp'],
  }),
  nearMiss({
    requirement: 'ports/range',
    place: PORT,
    grammar: portFault,
    candidate: mappingOutside,
    seeds: ['65537:80'],
  }),
  // integer/other: Nothing else is an integer.
  ...NUMBERS.map((place) =>
    nearMiss({
      requirement: 'integer/other',
      place,
      grammar: integerFault,
      candidate: edited(
        (pen) => `${drawPort(pen).container}`,
        ['.', '-', 'x', '/tcp', ':', ' ', ',', '\x1d'],
      ),
      seeds: ['http'],
    }),
  ),
  ...[PORT, ...NUMBERS].map(outside),
];

/**
 * ports/range: A port is between 1 and 65536.
 * The numbers miss the range by one, or are ports modulo 2^16 or 2^32.
 */
function outside(place: Place): FieldMutation {
  return {
    kind: 'fields',
    requirement: 'ports/range',
    ...frameOf(place),
    isEdited: true,
    write: (entries, pen) => place.put(numberOutside(pen), entries, pen),
  };
}

function numberOutside(pen: Pen): Node {
  const number = drawOutside(pen);
  switch (pen.source.below(8)) {
    case 5:
      return text(`${number}`);
    case 6:
      return float(number + (number < 0 ? -0.5 : 0.5));
    case 7:
      return text(` ${number} `);
    default:
      return integer(number);
  }
}

function drawOutside(pen: Pen): number {
  const { container } = drawPort(pen);
  const number = aboveHighest(container, pen);
  return oneOf(pen.source, [number, 0, number, -container, number, -1]);
}

function aboveHighest(port: number, { source }: Pen): number {
  return oneOf(source, [
    HIGHEST_PORT + 1,
    HIGHEST_PORT + port,
    4_294_967_296 + port,
    HIGHEST_PORT + 1 + source.below(1_000),
    port * 65_536 + 65_536,
  ]);
}

function mappingOutside(pen: Pen): string {
  const { local, container } = drawPort(pen);
  const wrong = pen.source.below(4) === 3 ? 0 : aboveHighest(container, pen);
  return oneOf(pen.source, [
    `${wrong}:${container}`,
    `${local ?? '*'}:${wrong}`,
    `*:${wrong}`,
    `${wrong}:${wrong}`,
    `${container}:0${wrong}`,
    `${container}:${wrong}\n`,
  ]);
}

function portText(pen: Pen): string {
  const { local, container } = drawPort(pen);
  return local === container && pen.source.below(2) === 0 ? `${container}` : `${local ?? '*'}:${container}`;
}
