import { test } from 'vitest';
import { Binary } from '../../document/foreign.ts';
import { expectAccepted, expectRejected } from '../../testing/expect.ts';
import { choiceOf } from './choice.ts';

const readChoice = choiceOf(['spot', 'auto'], 'spot_policy/values');

test.each([['spot'], [new Binary('spot')]])('%o is a word', (value) => {
  expectAccepted(readChoice, value, 'spot');
});

test.each([['Spot'], [''], [1], [true], [['spot']], [new Binary('Spot')]])('%o is none', (value) => {
  expectRejected(readChoice, value, 'spot_policy/values');
});
