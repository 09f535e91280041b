import { expect, test } from 'vitest';
import { cronFault } from './cron.ts';

test.each([
  '* * * * *',
  '0 0 1 1 0',
  '59 23 31 12 6',
  '\t*/59  */23 */30 */11 */6\n',
  '0-59/59 * * * *',
  '50/9 22/1 30/1 11/1 5/1',
  '1,2,3-5,*/2,10/5 * last * *',
  '* * LAST JAN-dec Mon,tue-SUN',
  '* * 30 2 *',
  '00 00 01 01 00',
])('%j is a cron expression', (cron) => {
  expect(cronFault(cron)).toBeUndefined();
});

test.each([
  ['', 'fields'],
  ['* * * *', 'fields'],
  ['* * * * * *', 'fields'],
  ['@daily', 'fields'],
  ['1, 2 * * * *', 'fields'],
  ['? * * * *', 'item'],
  ['-1 * * * *', 'item'],
  ['1, * * * *', 'item'],
  ['*/ * * * *', 'item'],
  ['1- * * * *', 'item'],
  ['jan * * * *', 'item'],
  ['* * * last *', 'item'],
  ['* * * ma *', 'item'],
  ['* * * jan-x *', 'item'],
  ['* * * * march', 'item'],
  ['60 * * * *', 'limit'],
  ['* 24 * * *', 'limit'],
  ['* * 0 * *', 'limit'],
  ['* * 32 * *', 'limit'],
  ['* * * 0 *', 'limit'],
  ['* * * * 7', 'limit'],
  ['*/0 * * * *', 'limit'],
  ['*/60 * * * *', 'limit'],
  ['50/10 * * * *', 'limit'],
  ['1-1/1 * * * *', 'limit'],
  ['5-4 * * * *', 'limit'],
  ['60/1 * * * *', 'limit'],
  ['* * * mar-jan *', 'limit'],
])('%j is none, because of its %s', (cron, kind) => {
  expect(cronFault(cron)?.kind).toBe(kind);
});

test('a long text is refused fast', () => {
  expect(cronFault(`${'*,'.repeat(200_000)}x * * * *`)?.kind).toBe('item');
  expect(cronFault('1'.repeat(400_000))?.kind).toBe('fields');
});
