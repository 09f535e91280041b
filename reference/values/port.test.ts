import { expect, test } from 'vitest';
import { Float } from '../document/float.ts';
import { Binary } from '../document/foreign.ts';
import { PORT_RULES } from '../editions/dstack-0.18.42/port.ts';
import { formatPort, portReader } from './port.ts';
import { PYDANTIC_1 } from '../coercion/pydantic-1/pydantic-1.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';

const readPort = portReader(PYDANTIC_1, PORT_RULES);

test.each<[unknown, string]>([
  [8080, '8080:8080'],
  [1, '1:1'],
  [65_536, '65536:65536'],
  [true, '1:1'],
  [80.9, '80:80'],
  [new Float(80), '80:80'],
  ['8080', '8080:8080'],
  [' 80 ', '80:80'],
  ['80:8080', '80:8080'],
  ['080:0443', '80:443'],
  ['80:443\n', '80:443'],
  ['*:80', '*:80'],
  [new Binary('80'), '80:80'],
  [new Binary(' 80\n'), '80:80'],
  [new Binary('80:90'), '80:90'],
  [new Binary('*:90\n'), '*:90'],
  [{ local_port: new Binary('1'), container_port: new Binary('2') }, '1:2'],
  [{ container_port: 80 }, '*:80'],
  [{ local_port: null, container_port: 80 }, '*:80'],
  [{ local_port: '1', container_port: 65_536 }, '1:65536'],
])('%o exposes %s', (value, port) => {
  expectAccepted(readPort, value, port);
});

test.each<[unknown, ...Broken[]]>([
  [0, 'ports/range'],
  [65_537, 'ports/range'],
  [-80, 'ports/range'],
  [2 ** 60, 'ports/range'],
  [false, 'ports/range'],
  ['0:80', 'ports/range'],
  ['80:0', 'ports/range'],
  ['80:65537', 'ports/range'],
  ['*:0', 'ports/range'],
  ['', 'ports/format'],
  [new Binary('80/tcp'), 'ports/format'],
  [new Binary('\xa080'), 'ports/format'],
  [new Binary('65537'), 'ports/range'],
  ['80/tcp', 'ports/format'],
  ['80-90', 'ports/format'],
  [':80', 'ports/format'],
  ['80:', 'ports/format'],
  ['*', 'ports/format'],
  ['*:*', 'ports/format'],
  ['80:*', 'ports/format'],
  ['80: 80', 'ports/format'],
  ['-1:80', 'ports/format'],
  ['1:2:3', 'ports/format'],
  ['80:443\n\n', 'ports/format'],
  [[], 'ports/format'],
  [[80], 'ports/format'],
  [null, 'ports/format'],
  [{}, 'ports/object-container-port'],
  [{ local_port: 1 }, 'ports/object-container-port'],
  [{ container_port: null }, 'null/refused /container_port'],
  [{ container_port: 0 }, 'ports/range /container_port'],
  [{ local_port: 65_537, container_port: 1 }, 'ports/range /local_port'],
  [{ local_port: '*', container_port: 1 }, 'integer/other /local_port'],
  [{ container_port: 1, protocol: 'tcp' }, 'ports/object-known-fields /protocol'],
])('%o breaks %s', (value, ...broken) => {
  expectRejected(readPort, value, ...broken);
});

test('an open local port is written as a star', () => {
  expect(formatPort(null, 80)).toBe('*:80');
  expect(formatPort(22, 80)).toBe('22:80');
});
