import { Float } from '../../../../reference/document/float.ts';
import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import type { Pool } from '../../../choices/choose.ts';
import type { Literal } from '../../../document/literal.ts';
import { drawPort, PORTS_OF_TCP } from '../../../meaning/port.ts';
import type { Pen } from '../../../choices/pen.ts';
import { spellPort } from '../../../spelling/port.ts';
import { badItem } from './field.ts';
import type { FieldMutation, Mutation } from './mutation.ts';

export const PORT_MUTATIONS: readonly Mutation[] = [
  // ports/object-container-port: `container_port` is required in the object.
  badPort('ports/object-container-port', [{ local_port: 1 }, {}, { local_port: null }]),
  // These ports are just above and just below the range.
  // ports/range-of-tcp: A port is between 1 and 65535.
  badPort('ports/range-of-tcp', [65_536, 0, '65536', '80:65536']),
  badPort('ports/range-of-tcp', [
    0,
    65_537,
    '0',
    -1,
    '0:80',
    '80:0',
    '65537:80',
    '80:65537',
    '*:65537',
    '*:0',
    100_000,
    false,
    '65537',
    '065537',
    '65537:65537',
    // These numbers are ports modulo 2^16 and 2^32.
    65_616,
    131_152,
    4_294_967_376,
    '80:4294967376',
    Number.MAX_SAFE_INTEGER,
    -65_535,
  ]),
  badPort(
    'ports/range-of-tcp',
    [
      { local_port: 0, container_port: 2 },
      { local_port: 65_536, container_port: 2 },
      { local_port: '65536', container_port: 2 },
    ],
    '/local_port',
  ),
  badPort(
    'ports/range-of-tcp',
    [{ container_port: 0 }, { local_port: 1, container_port: 65_537 }],
    '/container_port',
  ),
  // ports/format: Any other text is refused.
  badPort('ports/format', [
    '80/tcp',
    '80-90',
    ':80',
    '80:',
    'a',
    '80:80:80',
    '*',
    '80 : 80',
    '',
    '*:',
    '*:*',
    '80:*',
    '-1:80',
    '80:http',
    '127.0.0.1:80:80',
    '80,81',
    '80.0',
    ' 80',
    '80 ',
    '+80',
    '-0',
    '80\n\n',
    new Float(80),
    80.5,
    '1e3',
    '0x50',
    ' 80:80',
    '80:80 ',
    '+80:80',
    '80:+80',
    '**:80',
    '80;80',
    '80 81',
    '8080-8081:8080',
    [80],
  ]),
  // ports/object-known-fields: The object has no other field.
  badPort('ports/object-known-fields', [{ container_port: 80, protocol: 'tcp' }], '/protocol'),
  badPort('ports/object-known-fields', [{ host: 1, container_port: 80, local_port: 80 }], '/host'),
];

/** Puts one of these ports into a list with good ones. */
function badPort(requirement: RequirementId, literals: Pool<Literal>, within = ''): FieldMutation {
  return badItem(requirement, 'ports', literals, goodPort, { within });
}

function goodPort(pen: Pen) {
  return spellPort(drawPort(pen, PORTS_OF_TCP), pen, PORTS_OF_TCP);
}
