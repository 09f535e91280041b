import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { independentAnswers } from './independent.ts';
import { EDITION } from '../testing/edition.ts';

const python = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0;
const PROGRAM = ['python3', '-B', 'examples/python/dstack_task.py'];

test.runIf(python)('the Python implementation reads 5,000 generated cases as they were built', async () => {
  const { asked, failures } = await independentAnswers(PROGRAM, { edition: EDITION, seed: 2, cases: 5_000 });
  expect(failures).toEqual([]);
  expect(asked).toBeGreaterThan(4_500);
});

test('a program that refuses everything disagrees', async () => {
  const refuses = `const lines = require('node:readline').createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const { id, method } = JSON.parse(line);
  if (id === undefined) process.exit(0);
  const result = method === 'initialize'
    ? { protocol: 1, implementation: { name: 'refuses' }, inputs: ['json'] }
    : { rejected: [{ path: '', message: 'no' }] };
  console.log(JSON.stringify({ jsonrpc: '2.0', id, result }));
});`;
  const { failures } = await independentAnswers([process.execPath, '-e', refuses], {
    edition: EDITION,
    seed: 2,
    cases: 20,
  });
  expect(failures.length).toBeGreaterThan(0);
});
