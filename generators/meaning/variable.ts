import type { NormalEnv } from '../../spec/values.ts';
import { oneOf, rarely, type Pool } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';
import { drawLongItems } from './list.ts';
import { VARIABLE_VALUES } from './pools.ts';
import { drawText } from './text.ts';

/** An environment variable. A `value` of `null` is taken from the environment of the person who submits the run. */
export interface Variable {
  readonly name: string;
  /** The position of the name among all names, sorted by code point. */
  readonly place: number;
  readonly value: string | null;
}

/**
 * Names sorted by code point, so that a variable's place in the normal form is its place here.
 * No name holds a `=`: the normal form could not tell it from the value. None reads as 1 or 0 does, which would be
 * the same key as `true` or `false` to a reader in Python.
 */
const SORTED_NAMES = [
  '',
  '\tA',
  ' A',
  '"A"',
  '#A',
  '$HOME',
  '${A}',
  '%PATH%',
  "'A'",
  '-',
  '.',
  '16',
  '1A',
  '2',
  '2.5',
  '2147483648',
  'A',
  'A\n',
  'A ',
  'A B',
  'A-B',
  'A.B',
  'A10',
  'A2',
  'A:',
  'A:1',
  'A'.repeat(255),
  'B',
  'CUDA_VISIBLE_DEVICES',
  'False',
  'HF_TOKEN',
  'LR',
  'MODEL_ID',
  'PATH',
  'PORT',
  'PYTHONPATH',
  'Path',
  'True',
  'WANDB_API_KEY',
  'X'.repeat(41),
  'Y'.repeat(1_000),
  'Z',
  '_',
  '__proto__',
  'a',
  'a\\b',
  'a_',
  'constructor',
  'export A',
  'e\u0301',
  'key',
  'no',
  'null',
  'toString',
  'y',
  'z',
  '~',
  'É',
  'é',
  '\u0130',
  '\u200bA',
  '日本',
  '\ufb01',
  '\ufeffA',
  '\uff21',
  '😀',
] as const;

/** The names that a shell would take, the usual ones first. */
const PLAIN_NAMES = [
  'A',
  'HF_TOKEN',
  'LR',
  'PORT',
  'MODEL_ID',
  'WANDB_API_KEY',
  'CUDA_VISIBLE_DEVICES',
  'B',
  'PYTHONPATH',
  'Z',
  'a',
  '__proto__',
  'z',
  'X'.repeat(41),
  '_',
  'constructor',
  'toString',
  'key',
] as const;

/** The positions of the plain names. */
const PLAIN = placesOf(PLAIN_NAMES);

/**
 * Names for long lists. There are more than the longest list has, and they are sorted by code point, so not by their
 * numbers.
 */
const SERIES: readonly string[] = Array.from({ length: 1_100 }, (_, number) => `V${number}`).toSorted();

/** The position before the series: all its names stand between `True` and `WANDB_API_KEY`. */
const BEFORE_SERIES = SORTED_NAMES.indexOf('True');

/**
 * Consecutive variables of a long list are this many places apart. It is prime to the length, so that each place
 * occurs once.
 */
const STEP = 7;

/** Decisions about the number of variables: 960 for one to four, 48 for up to nine, 16 for long lists. */
const NUMBERS = 1_024;

/** Draws variables with different names, in any order. */
export function drawVariables(pen: Pen): Variable[] {
  const { source } = pen;
  source.enter('part');
  const decision = source.below(NUMBERS);
  const most = decision < NUMBERS - 64 ? 1 + Math.floor(decision / 240) : 9;
  const variables = decision < NUMBERS - 16 ? drawFew(most, pen) : drawSeries(pen);
  source.leave();
  return variables;
}

function drawFew(most: number, pen: Pen): Variable[] {
  const { source } = pen;
  const variables: Variable[] = [];
  for (let count = 0; count < most; count += 1) {
    source.enter('item');
    const place = pen.strays(4) ? source.below(SORTED_NAMES.length) : oneOf(source, PLAIN);
    const variable = { name: SORTED_NAMES[place] ?? '_', place, value: drawValue(pen) };
    if (!variables.some((each) => each.place === place)) variables.push(variable);
    source.leave();
  }
  return variables;
}

function drawSeries(pen: Pen): Variable[] {
  const start = pen.source.below(SERIES.length);
  return drawLongItems(pen, (index) => {
    const number = (start + index * STEP) % SERIES.length;
    const place = BEFORE_SERIES + (number + 1) / (SERIES.length + 1);
    return { name: SERIES[number] ?? '_', place, value: drawValue(pen) };
  });
}

/** Returns the variables sorted by name. */
export function normalVariables(variables: readonly Variable[]): string[] {
  if (variables.length <= 1) return variables.map(normalVariable);
  return variables.toSorted((left, right) => left.place - right.place).map(normalVariable);
}

/** Returns the variables as a mapping, sorted by name. */
export function normalEnv(variables: readonly Variable[]): NormalEnv {
  const sorted = variables.toSorted((left, right) => left.place - right.place);
  return Object.fromEntries(sorted.map(({ name, value }) => [name, value ?? { key: name }]));
}

function normalVariable({ name, value }: Variable): string {
  return value === null ? name : `${name}=${value}`;
}

function placesOf(names: Pool<(typeof SORTED_NAMES)[number]>): Pool<number> {
  const [first, ...rest] = names;
  return [SORTED_NAMES.indexOf(first), ...rest.map((name) => SORTED_NAMES.indexOf(name))];
}

/** Returns whether a shell would accept this name. */
export function isPlainName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
}

function drawValue(pen: Pen): string | null {
  return !pen.documented && rarely(pen.source, 6) ? null : drawText(pen, VARIABLE_VALUES);
}
