import { test } from 'vitest';
import { Float } from '../document/float.ts';
import { Binary } from '../document/foreign.ts';
import { readMaxPrice } from './max-price.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';

test.each<[unknown, number]>([
  [1, 1],
  [0.5, 0.5],
  [5e-324, 5e-324],
  [1e300, 1e300],
  [new Float(2), 2],
  ['2.50', 2.5],
  [' 1e1 ', 10],
  [true, 1],
  [new Binary('1.5'), 1.5],
  [new Binary(' +2e1\n'), 20],
])('%o is a price of %d dollars', (value, price) => {
  expectAccepted(readMaxPrice, value, price);
});

test.each<[unknown, ...Broken[]]>([
  [0, 'max_price/positive'],
  [-0, 'max_price/positive'],
  [-1, 'max_price/positive'],
  [new Float(0), 'max_price/positive'],
  ['0', 'max_price/positive'],
  ['-1.5', 'max_price/positive'],
  [false, 'max_price/positive'],
  ['', 'max_price/number'],
  ['$1', 'max_price/number'],
  [new Binary(''), 'max_price/number'],
  [new Binary('\xa01'), 'max_price/number'],
  [new Binary('0'), 'max_price/positive'],
  ['1,5', 'max_price/number'],
  ['inf', 'max_price/number'],
  [NaN, 'max_price/number'],
  [Infinity, 'max_price/number'],
  [new Float(Infinity), 'max_price/number'],
  [[], 'max_price/number'],
  [{}, 'max_price/number'],
  [null, 'null/refused'],
])('%o breaks %s', (value, ...broken) => {
  expectRejected(readMaxPrice, value, ...broken);
});
