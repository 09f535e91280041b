import { SPACE } from '../document/numeral.ts';

/** One of the five fields of a cron expression. */
interface CronField {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  /** Names that stand for numbers, the first for the first number. */
  readonly names: readonly string[];
  /** Words that need no number. */
  readonly words: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The fields in order. Unlike elsewhere, the weekday 0 is Monday, and there is no 7. */
const FIELDS: readonly CronField[] = [
  { name: 'minute', first: 0, last: 59, names: [], words: [] },
  { name: 'hour', first: 0, last: 23, names: [], words: [] },
  { name: 'day', first: 1, last: 31, names: [], words: ['last'] },
  { name: 'month', first: 1, last: 12, names: MONTHS, words: [] },
  { name: 'weekday', first: 0, last: 6, names: WEEKDAYS, words: [] },
];

const SPACES = new RegExp(`${SPACE}+`);

/** What is wrong with a cron expression, and which kind of fault that is. */
export interface CronFault {
  readonly kind: 'fields' | 'item' | 'limit';
  readonly message: string;
}

/** Returns the first fault of a cron expression, and `undefined` if there is none. */
export function cronFault(expression: string): CronFault | undefined {
  const texts = expression.split(SPACES).filter((each) => each !== '');
  if (texts.length !== FIELDS.length)
    return { kind: 'fields', message: `${texts.length} fields instead of ${FIELDS.length}` };
  for (const [index, field] of FIELDS.entries()) {
    for (const item of (texts[index] ?? '').split(',')) {
      const fault = itemFault(item, field);
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}

const ALL = /^\*(?:\/([0-9]+))?$/;
const NUMBERS = /^([0-9]+)(?:-([0-9]+))?(?:\/([0-9]+))?$/;
// NON-SPEC: the release ignores what follows a name.
const NAMES = /^([a-z]+)(?:-([a-z]+))?/iu;

function itemFault(item: string, field: CronField): CronFault | undefined {
  const all = ALL.exec(item);
  if (all !== null) return stepFault(item, all[1], field.last - field.first, field);
  const numbers = NUMBERS.exec(item);
  if (numbers !== null) return numbersFault(item, numbers, field);
  const lower = item.toLowerCase();
  if (field.words.some((word) => lower.startsWith(word))) return undefined;
  return namesFault(item, field);
}

function numbersFault(item: string, numbers: RegExpExecArray, field: CronField): CronFault | undefined {
  const [, from, to, step] = numbers;
  const first = Number(from);
  const last = to === undefined ? (step === undefined ? first : field.last) : Number(to);
  if (first > last || first < field.first || last > field.last)
    return limit(item, `is not from ${field.first} to ${field.last}`, field);
  // NON-SPEC: the release takes an upper end of 0 for none.
  return stepFault(item, step, (last === 0 ? field.last : last) - first, field);
}

/** A step is at least 1 and at most as long as its range. */
function stepFault(
  item: string,
  step: string | undefined,
  length: number,
  field: CronField,
): CronFault | undefined {
  if (step === undefined || (Number(step) >= 1 && Number(step) <= length)) return undefined;
  return limit(item, `has a step that is not from 1 to ${length}`, field);
}

function namesFault(item: string, { name, names }: CronField): CronFault | undefined {
  const [, from, to] = (names.length > 0 ? NAMES.exec(item) : null) ?? [];
  const first = from === undefined ? -1 : names.indexOf(from.toLowerCase());
  const last = to === undefined ? first : names.indexOf(to.toLowerCase());
  if (first < 0 || last < 0) return { kind: 'item', message: `${JSON.stringify(item)} is no ${name}` };
  if (first <= last) return undefined;
  return { kind: 'limit', message: `${JSON.stringify(item)} is not an ascending range` };
}

function limit(item: string, what: string, { name }: CronField): CronFault {
  return { kind: 'limit', message: `the ${name} ${JSON.stringify(item)} ${what}` };
}
