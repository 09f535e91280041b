import { test } from 'vitest';
import { PYDANTIC_2 } from '../coercion/pydantic-2/pydantic-2.ts';
import { expectAccepted, expectRejected } from '../testing/expect.ts';
import { shellReader } from './shell.ts';

const readShell = shellReader(PYDANTIC_2);

test.each([
  ['sh', '/bin/sh'],
  ['bash', '/bin/bash'],
  ['/', '/'],
  ['//bin/sh -e\n', '//bin/sh -e\n'],
])('%j is %j', (value, shell) => {
  expectAccepted(readShell, value, shell);
});

test.each([[''], ['Sh'], [' sh'], ['sh\n'], ['zsh'], ['./sh'], ['~/sh'], [1]])('%j is no shell', (value) => {
  expectRejected(readShell, value, 'shell/values');
});
