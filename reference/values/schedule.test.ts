import { test } from 'vitest';
import { PYDANTIC_2 } from '../coercion/pydantic-2/pydantic-2.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';
import { scheduleReader } from './schedule.ts';

const readSchedule = scheduleReader(PYDANTIC_2);

test('one expression is a list of one, as given', () => {
  expectAccepted(readSchedule, { cron: ' 0 8 * * MON ' }, { cron: [' 0 8 * * MON '] });
  expectAccepted(readSchedule, { cron: ['0 8 * * *', '0 9 * * *'] }, { cron: ['0 8 * * *', '0 9 * * *'] });
});

test.each<[unknown, ...Broken[]]>([
  ['0 8 * * *', 'schedule/mapping'],
  [{}, 'schedule/cron-required'],
  [{ cron: null }, 'null/refused /cron'],
  [{ cron: [] }, 'schedule/cron-empty /cron'],
  [{ cron: 5 }, 'schedule/cron-fields /cron'],
  [{ cron: true }, 'text/no-boolean /cron'],
  [{ cron: ['* * * * 7', '? * * * *'] }, 'schedule/cron-limits /cron/0', 'schedule/cron-items /cron/1'],
  [{ cron: '* * * * *', tz: 'UTC' }, 'schedule/known-fields /tz'],
])('%o breaks %s', (value, ...broken) => {
  expectRejected(readSchedule, value, ...broken);
});
