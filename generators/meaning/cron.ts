import { oneOf, type Pool } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';

/** Expressions as people write them. */
const USUAL = [
  '0 8 * * mon-fri',
  '0 8 * * *',
  '*/15 * * * *',
  '0 0 1 * *',
  '30 6 * * sun',
  '0 */6 * * *',
  '5,35 9-17 * * 0-4',
] as const;

/** Items of the five fields, the simplest first. The greatest steps and numbers are among them. */
const MINUTES = [
  '0',
  '*',
  '*/5',
  '59',
  '0-59',
  '5,35',
  '10-20/2',
  '50/9',
  '*/59',
  '00',
  '1-1',
  '58/1',
] as const;
const HOURS = ['8', '*', '0', '23', '*/6', '9-17', '0,12', '22/1', '*/23', '08', '8-20/12'] as const;
const DAYS = ['*', '1', '31', '1-7', '*/10', 'last', '15,last', 'LAST', '*/30', '1/30', '30/1'] as const;
const MONTHS = [
  '*',
  '1',
  '12',
  'jan',
  'JAN-mar',
  '1-6',
  '*/3',
  'feb,Aug,dec',
  '*/11',
  'jan-dec',
  '11/1',
] as const;
const WEEKDAYS = ['*', 'mon', '0', '6', 'mon-fri', 'SAT,sun', '0-4', '1/2', '*/6', 'Tue-Tue', '5/1'] as const;

const FIELDS = [MINUTES, HOURS, DAYS, MONTHS, WEEKDAYS] as const;

/** Blanks between fields. */
const BLANKS = [' ', '  ', '\t', '\n', ' \t '] as const;

/** Draws a valid cron expression: a usual one, or one of any items. */
export function drawCron(pen: Pen): string {
  if (pen.source.below(4) < 2) return oneOf(pen.source, USUAL);
  const fields = FIELDS.map((items) => drawField(pen, items));
  if (!pen.strays(6)) return fields.join(' ');
  const [first = '*', ...rest] = fields;
  return rest.reduce((all, field) => all + oneOf(pen.source, BLANKS) + field, ` ${first}`) + ' ';
}

function drawField(pen: Pen, items: Pool<string>): string {
  const item = oneOf(pen.source, items);
  return pen.source.below(5) === 4 ? `${item},${oneOf(pen.source, items)}` : item;
}
