import { test } from 'vitest';
import { oneOf } from './choice.ts';
import { expectAccepted, expectRejected } from '../testing/expect.ts';

const readPolicy = oneOf(['spot', 'on-demand'], 'spot_policy/values');

test.each(['spot', 'on-demand'])('reads the word %s', (word) => {
  expectAccepted(readPolicy, word, word);
});

test.each<[unknown]>([['Spot'], ['spot '], [''], ['toString'], [true], [0], [null], [['spot']], [{}]])(
  '%o is none of them',
  (value) => {
    expectRejected(readPolicy, value, 'spot_policy/values');
  },
);
