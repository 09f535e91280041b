import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { NormalSchedule } from '../../spec/values.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { describe } from '../document/describe.ts';
import { reject, Rejection } from '../document/violation.ts';
import { itemsOf, listOf, notEmpty } from '../fields/list.ts';
import { field, mappingOf, required, tableOf } from '../fields/mapping.ts';
import type { Reader } from '../fields/reader.ts';
import { cronFault, type CronFault } from './cron.ts';

/**
 * Makes a reader for a schedule.
 * schedule/mapping: `schedule` is a mapping.
 */
export function scheduleReader({ text }: Coercion): Reader<NormalSchedule> {
  return mappingOf(
    tableOf<NormalSchedule>(
      // schedule/cron: `cron` is the time of the run, as a cron expression.
      // schedule/cron-required: `cron` is required in `schedule`.
      { cron: field(cronsReader(text), 'schedule/cron', required('schedule/cron-required')) },
      { kind: 'schedule/mapping', unknown: 'schedule/known-fields' },
      (defaults) => ({ ...defaults }),
    ),
  );
}

/**
 * schedule/cron-list: `cron` may be a list of expressions.
 * schedule/cron-empty: The list has at least one expression.
 */
function cronsReader(text: Reader<string>): Reader<string[]> {
  const readCron = cronReader(text);
  const readList = notEmpty(
    listOf(readCron),
    'schedule/cron-empty',
    'at least one cron expression is needed',
  );
  return function readCrons(value, trace) {
    if (itemsOf(value) !== undefined) {
      trace?.rule('schedule/cron-list');
      return readList(value, trace);
    }
    trace?.enter(0, null);
    const cron = readCron(value, trace);
    trace?.leave();
    return cron instanceof Rejection ? cron : [cron];
  };
}

/**
 * schedule/cron-fields: A cron expression has five fields, separated by blanks: minute, hour, day, month and weekday.
 * schedule/cron-items: A field is a list, with commas, of `*`, numbers and ranges, with or without a step (`/n`), names of
 *   months or weekdays and ranges of them, and `last` for the day.
 * schedule/cron-limits: Numbers are in the range of their field, ranges ascend, and a step is no longer than its range.
 */
const REQUIREMENTS: Readonly<Record<CronFault['kind'], RequirementId>> = {
  fields: 'schedule/cron-fields',
  item: 'schedule/cron-items',
  limit: 'schedule/cron-limits',
};

function cronReader(text: Reader<string>): Reader<string> {
  return function readCron(value, trace) {
    const cron = text(value, trace);
    if (cron instanceof Rejection) return cron;
    const fault = cronFault(cron);
    if (fault === undefined) return cron;
    return reject(REQUIREMENTS[fault.kind], `${describe(cron)} is no cron expression: ${fault.message}`);
  };
}
