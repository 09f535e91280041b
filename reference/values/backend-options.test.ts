import { test } from 'vitest';
import type { NormalBackendOptions } from '../../spec/values.ts';
import { PYDANTIC_2 } from '../coercion/pydantic-2/pydantic-2.ts';
import { Float } from '../document/float.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';
import { backendOptionsReader } from './backend-options.ts';

const readOptions = backendOptionsReader(PYDANTIC_2);

test.each<[object, Partial<NormalBackendOptions>]>([
  [{}, {}],
  [{ type: 'vastai', offer_order: null, min_reliability: null, min_score: null }, {}],
  [{ offer_order: 'price' }, { offer_order: 'price' }],
  [{ min_reliability: new Float(-0) }, { min_reliability: 0 }],
  [{ min_reliability: ' 1e-1 ' }, { min_reliability: 0.1 }],
  [
    { min_reliability: true, min_score: '5.0' },
    { min_reliability: 1, min_score: 5 },
  ],
])('%o is %o', (value, options) => {
  const byDefault = { type: 'vastai', offer_order: 'score', min_reliability: 0.9, min_score: null } as const;
  expectAccepted(readOptions, [value], [{ ...byDefault, ...options }]);
});

test.each<[unknown, ...Broken[]]>([
  ['vastai', 'backend_options/kind /0'],
  [{ type: null }, 'null/refused /0/type'],
  [{ type: 'aws' }, 'backend_options/type /0/type'],
  [{ min_reliability: NaN }, 'backend_options/min_reliability /0/min_reliability'],
  [{ min_reliability: 1.01 }, 'backend_options/min_reliability /0/min_reliability'],
  [{ min_score: -1 }, 'backend_options/score-range /0/min_score'],
  [{ min_score: 0.5 }, 'integer/no-fraction /0/min_score'],
])('%o breaks %s', (value, ...broken) => {
  expectRejected(readOptions, [value], ...broken);
});

test('each backend has one entry', () => {
  expectAccepted(readOptions, [], []);
  expectRejected(readOptions, [{}, {}], 'backend_options/once');
});
