import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { MeasuredDifference } from './compare.ts';
import { isMapping } from './measured-row.ts';

/** Says why measurements differ from what is recorded: in these rows, or wherever exactly these values stand. */
export interface Explanation {
  readonly fields: readonly string[];
  readonly rows: readonly string[] | undefined;
  /** JSON texts of the two values. */
  readonly values: { readonly recorded: string; readonly received: string } | undefined;
  readonly reason: string;
}

/** Reads a file of explanations: a YAML list. Throws if it is none. */
export function readExplanations(file: string): Explanation[] {
  const list: unknown = parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(list)) throw new Error(`${file}: explanations are a list`);
  return list.map((each, index) => readExplanation(each, `${file}: entry ${index + 1}`));
}

function readExplanation(value: unknown, where: string): Explanation {
  if (!isMapping(value)) throw new Error(`${where} is no mapping`);
  const { fields, rows, recorded, received, reason } = value;
  const hasValues = recorded !== undefined && received !== undefined;
  if (!isTexts(fields) || typeof reason !== 'string' || (rows === undefined) !== hasValues)
    throw new Error(`${where} needs fields, a reason, and either rows or the values recorded and received`);
  if (rows !== undefined && !isTexts(rows)) throw new Error(`${where}: rows are ids`);
  const values = hasValues
    ? { recorded: JSON.stringify(recorded), received: JSON.stringify(received) }
    : undefined;
  return { fields, rows, values, reason };
}

export function explains(
  { fields, rows, values }: Explanation,
  row: string,
  { field, recorded, received }: MeasuredDifference,
): boolean {
  if (!fields.includes(field)) return false;
  if (rows !== undefined) return rows.includes(row);
  return values?.recorded === recorded && values.received === received;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string');
}
