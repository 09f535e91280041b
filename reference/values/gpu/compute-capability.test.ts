import { test } from 'vitest';
import { readComputeCapability } from './compute-capability.ts';
import { Float } from '../../document/float.ts';
import { Binary } from '../../document/foreign.ts';
import { expectAccepted, expectRejected } from '../../testing/expect.ts';

test.each<[unknown, string]>([
  [7.5, '7.5'],
  ['7.5', '7.5'],
  ['08.00', '8.0'],
  [' 7 . 5 ', '7.5'],
  ['-7.-5', '-7.-5'],
  ['-0.-0', '0.0'],
  [new Float(8), '8.0'],
  [new Float(-0), '0.0'],
  ['\x1c7.5\x1d', '7.5'],
  ['\x1e \x1f\u3000\x857 .\xa05\x1f\n', '7.5'],
  [[7, 5], '7.5'],
  [[new Binary('7'), new Binary(' 5')], '7.5'],
  [['7', true], '7.1'],
  [[7.9, new Float(5)], '7.5'],
])('%o is the compute capability %s', (value, capability) => {
  expectAccepted(readComputeCapability, value, capability);
});

test.each<[unknown]>([
  [8],
  ['8'],
  [''],
  ['.'],
  ['7.'],
  ['7.5.1'],
  ['a.b'],
  ['7,5'],
  [1e-5],
  [1e16],
  [NaN],
  [new Float(Infinity)],
  [true],
  [[]],
  [[7]],
  [[7, 5, 1]],
  [[7, 'x']],
  [[7, null]],
  [[7, new Binary('\xa05')]],
  [new Binary('7.5')],
  ['7\x1c.5'],
  ['7.\x1f5'],
  [['\x1c7', 5]],
  ['\u200b7.5'],
  [[2 ** 53, 0]],
  ['7.9007199254740992'],
  [{ major: 7, minor: 5 }],
  [null],
])('refuses %o', (value) => {
  expectRejected(readComputeCapability, value, 'gpu/compute_capability-format');
});
