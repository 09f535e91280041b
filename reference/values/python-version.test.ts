import { test } from 'vitest';
import { PYDANTIC_1 } from '../coercion/pydantic-1/pydantic-1.ts';
import { Float } from '../document/float.ts';
import { pythonVersionReader } from './python-version.ts';
import { expectAccepted, expectRejected } from '../testing/expect.ts';

const readPythonVersion = pythonVersionReader(
  PYDANTIC_1,
  ['3.8', '3.9', '3.10', '3.11', '3.12', '3.13'],
  'python/versions',
);

test.each<[unknown, string]>([
  ['3.8', '3.8'],
  ['3.9', '3.9'],
  ['3.10', '3.10'],
  ['3.11', '3.11'],
  ['3.12', '3.12'],
  ['3.13', '3.13'],
  [3.8, '3.8'],
  [3.1, '3.10'],
  [3.13, '3.13'],
])('%o is Python %s', (value, version) => {
  expectAccepted(readPythonVersion, value, version);
});

test.each<[unknown]>([
  ['3.7'],
  [3.7],
  ['3.14'],
  ['3.1'],
  ['3'],
  [3],
  [new Float(3)],
  ['3.100'],
  ['3.10.1'],
  [' 3.10'],
  [''],
  [true],
  [['3.10']],
  [{}],
  [null],
  [NaN],
])('refuses %o', (value) => {
  expectRejected(readPythonVersion, value, 'python/versions');
});
