import { test } from 'vitest';
import { RETRY_RULES } from '../editions/dstack-0.18.42/retry.ts';
import { retryReader } from './retry.ts';
import { PYDANTIC_1 } from '../coercion/pydantic-1/pydantic-1.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';

const readRetry = retryReader(PYDANTIC_1, RETRY_RULES);

const ALL = ['no-capacity', 'interruption', 'error'];

test.each<[unknown, unknown]>([
  [false, false],
  ['off', false],
  [0, false],
  [true, { on_events: ALL, duration: '1h' }],
  ['Yes', { on_events: ALL, duration: '1h' }],
  [{ on_events: ['error'] }, { on_events: ['error'], duration: '1h' }],
  [
    { on_events: ['error', 'error', 'no-capacity'], duration: '90m' },
    { on_events: ['error', 'error', 'no-capacity'], duration: '90m' },
  ],
  [
    { on_events: ['interruption'], duration: null },
    { on_events: ['interruption'], duration: '1h' },
  ],
  [
    { on_events: ['error'], duration: true },
    { on_events: ['error'], duration: '1s' },
  ],
  [
    { on_events: ['error'], duration: false },
    { on_events: ['error'], duration: '0s' },
  ],
  [
    { on_events: ['error'], duration: -5 },
    { on_events: ['error'], duration: '-5' },
  ],
])('%o means %o', (value, retry) => {
  expectAccepted(readRetry, value, retry);
});

test.each<[unknown, ...Broken[]]>([
  ['always', 'retry/kind'],
  [2, 'retry/kind'],
  [[], 'retry/kind'],
  [['error'], 'retry/kind'],
  [null, 'retry/kind'],
  [{}, 'retry/on_events-required'],
  [{ duration: '1h' }, 'retry/on_events-required'],
  [{ on_events: [] }, 'retry/on_events-empty /on_events'],
  [{ on_events: null }, 'null/refused /on_events'],
  [{ on_events: 'error' }, 'list/sequence /on_events'],
  [{ on_events: ['Error'] }, 'retry/events /on_events/0'],
  [{ on_events: ['error', null, true] }, 'null/refused /on_events/1', 'retry/events /on_events/2'],
  [{ on_events: ['error'], duration: 'off' }, 'duration/format /duration'],
  [{ on_events: ['error'], limit: 3 }, 'retry/known-fields /limit'],
])('%o breaks %s', (value, ...broken) => {
  expectRejected(readRetry, value, ...broken);
});
