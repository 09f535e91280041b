import { oneOf, rarely } from '../choose.ts';
import type { Pen } from '../pen.ts';
import { VARIABLE_VALUES } from './pools.ts';
import { drawText } from './text.ts';

/** An environment variable; a `value` of `null` is to come from the environment of whoever submits the run. */
export interface Variable {
  readonly name: string;
  /** Where the name stands among all names, sorted by code point. */
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
  ' A',
  '16',
  '1A',
  '2',
  '2.5',
  'A',
  'A B',
  'A-B',
  'A.B',
  'A:1',
  'B',
  'CUDA_VISIBLE_DEVICES',
  'False',
  'HF_TOKEN',
  'LR',
  'MODEL_ID',
  'PORT',
  'PYTHONPATH',
  'True',
  'WANDB_API_KEY',
  'X'.repeat(41),
  'Z',
  '_',
  '__proto__',
  'a',
  'constructor',
  'key',
  'no',
  'toString',
  'z',
  'É',
  'é',
  '日本',
  '\ufb01',
  '😀',
] as const;

/** Places of the plain names, the usual ones first. */
const PLAIN = [6, 14, 15, 17, 16, 20, 12, 11, 18, 22, 25, 24, 30, 21, 23, 26, 29, 27] as const;

/** Variables with different names, in any order. */
export function drawVariables(pen: Pen): Variable[] {
  const { source } = pen;
  const variables: Variable[] = [];
  source.enter('part');
  const most = source.below(16) === 15 ? 9 : 1 + source.below(4);
  for (let count = 0; count < most; count += 1) {
    source.enter('item');
    const place = pen.strays(4) ? source.below(SORTED_NAMES.length) : oneOf(source, PLAIN);
    const variable = { name: SORTED_NAMES[place] ?? '_', place, value: drawValue(pen) };
    if (!variables.some((each) => each.place === place)) variables.push(variable);
    source.leave();
  }
  source.leave();
  return variables;
}

/** Sorted by name. */
export function normalVariables(variables: readonly Variable[]): string[] {
  if (variables.length === 0) return [];
  return variables.toSorted((left, right) => left.place - right.place).map(normalVariable);
}

function normalVariable({ name, value }: Variable): string {
  return value === null ? name : `${name}=${value}`;
}

/** Whether a name is one that a shell would take. */
export function isPlainName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
}

function drawValue(pen: Pen): string | null {
  return !pen.documented && rarely(pen.source, 6) ? null : drawText(pen, VARIABLE_VALUES);
}
