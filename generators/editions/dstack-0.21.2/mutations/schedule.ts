import { badField } from './field.ts';
import type { Mutation } from './mutation.ts';
import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import type { Pool } from '../../../choices/choose.ts';
import type { Literal } from '../../../document/literal.ts';

export const SCHEDULE_MUTATIONS: readonly Mutation[] = [
  // schedule/mapping: `schedule` is a mapping.
  badField('schedule/mapping', 'schedule', ['0 8 * * *', [], 5, true, [{ cron: '0 8 * * *' }], '']),
  // schedule/cron-required: `cron` is required in `schedule`.
  badField('schedule/cron-required', 'schedule', [{}]),
  // schedule/cron-empty: The list has at least one expression.
  badField('schedule/cron-empty', 'schedule', [{ cron: [] }], { within: '/cron' }),
  // schedule/known-fields: `schedule` has no other field.
  badField(
    'schedule/known-fields',
    'schedule',
    [
      { cron: '0 8 * * *', timezone: 'UTC' },
      { timezone: null, cron: '0 8 * * *' },
    ],
    {
      within: '/timezone',
    },
  ),
  // schedule/cron-fields: A cron expression has five fields, separated by blanks: minute, hour, day, month and weekday.
  ...badCrons('schedule/cron-fields', [
    '0 8 * *',
    '0 8 * * * *',
    '@daily',
    '',
    '* * * * * *',
    '@reboot',
    ' ',
    '0,8,*,*,*',
    '0',
    '*****',
    '0 8 * * mon fri',
  ]),
  // schedule/cron-items: A field is a list, with commas, of `*`, numbers and ranges, with or without a step (`/n`), names of
  //   months or weekdays and ranges of them, and `last` for the day.
  ...badCrons('schedule/cron-items', [
    '? * * * *',
    '* * L * *',
    '1,,2 * * * *',
    '* * * foo *',
    '* * * * monday',
    '*/ * * * *',
    '1- * * * *',
    '-5 * * * *',
    ', * * * *',
    '1, * * * *',
    '* * 15W * *',
    '* * * * 5#2',
    '* mon * * *',
    'last * * * *',
    '* * * mon *',
    '* * * * jan',
    '1-2-3 * * * *',
    '1.5 * * * *',
    '*5 * * * *',
    '/5 * * * *',
    'a * * * *',
    '+1 * * * *',
  ]),
  // schedule/cron-limits: Numbers are in the range of their field, ranges ascend, and a step is no longer than its range.
  ...badCrons('schedule/cron-limits', [
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * 32 * *',
    '* * * 13 *',
    '* * * 0 *',
    '* * * * 7',
    '*/60 * * * *',
    '*/0 * * * *',
    '5-3 * * * *',
    '* * * * fri-mon',
    '0-60 * * * *',
    '10-20/11 * * * *',
    '50/10 * * * *',
    '* */24 * * *',
    '* * * dec-jan *',
    '0,60 * * * *',
    '100 * * * *',
    '* * * * 0-7',
  ]),
];

/** Puts one of these expressions into `cron`, alone and in a list. */
function badCrons(requirement: RequirementId, [first, ...rest]: Pool<string>): Mutation[] {
  return [
    badField(requirement, 'schedule', [alone(first), ...rest.map(alone)], { within: '/cron' }),
    badField(requirement, 'schedule', [listed(first), ...rest.map(listed)], { within: '/cron/1' }),
  ];
}

function alone(cron: string): Literal {
  return { cron };
}

function listed(cron: string): Literal {
  return { cron: ['0 8 * * *', cron] };
}
