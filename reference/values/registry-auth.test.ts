import { test } from 'vitest';
import { Float } from '../document/float.ts';
import { registryAuthReader } from './registry-auth.ts';
import { PYDANTIC_1 } from '../coercion/pydantic-1/pydantic-1.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';

const readRegistryAuth = registryAuthReader(PYDANTIC_1);

test.each([
  [
    { username: 'u', password: 'p' },
    { username: 'u', password: 'p' },
  ],
  [
    { password: '', username: 71 },
    { username: '71', password: '' },
  ],
  [
    { username: true, password: new Float(1) },
    { username: 'True', password: '1.0' },
  ],
])('%o are the credentials %o', (value, credentials) => {
  expectAccepted(readRegistryAuth, value, credentials);
});

test.each<[unknown, ...Broken[]]>([
  [{}, 'registry_auth/username', 'registry_auth/password'],
  [{ username: 'u' }, 'registry_auth/password'],
  [{ password: 'p' }, 'registry_auth/username'],
  [{ username: null, password: 'p' }, 'null/refused /username'],
  [{ username: 'u', password: ['p'] }, 'text/scalar-only /password'],
  [{ username: 'u', password: 'p', token: 't' }, 'registry_auth/known-fields /token'],
  ['u:p', 'registry_auth/mapping'],
  [[], 'registry_auth/mapping'],
  [true, 'registry_auth/mapping'],
  [null, 'registry_auth/mapping'],
])('%o breaks %s', (value, ...broken) => {
  expectRejected(readRegistryAuth, value, ...broken);
});
