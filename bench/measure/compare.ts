import { differingPaths } from '../../conformance/judge/difference.ts';
import type { Measured } from './measured-row.ts';

/**
 * One thing that two measurements of a document have different: `verdict`, `stage`, `paths`, `checks`, or a key of the
 * normal form, such as `normal/env`. The values are JSON text, and `absent` where there is none.
 */
export interface MeasuredDifference {
  readonly field: string;
  readonly recorded: string;
  readonly received: string;
}

/** The fields besides the normal form. The order of paths means nothing. */
const FIELDS = ['verdict', 'stage', 'paths', 'checks'] as const;

/** Compares two measurements. If the verdicts differ, only the fields besides the normal form are compared. */
export function differencesBetween(recorded: Measured, received: Measured): MeasuredDifference[] {
  const found = FIELDS.map((field) =>
    differenceIn(field, inOrder(recorded[field]), inOrder(received[field])),
  ).filter((each) => each !== undefined);
  if (recorded.normal === undefined || received.normal === undefined) return found;
  return [...found, ...normalDifferences(recorded.normal, received.normal)];
}

function normalDifferences(
  recorded: Readonly<Record<string, unknown>>,
  received: Readonly<Record<string, unknown>>,
): MeasuredDifference[] {
  const keys = differingPaths(recorded, received).map((path) => path.split('/')[1] ?? '');
  return [...new Set(keys)].map((key) => ({
    field: `normal/${key}`,
    recorded: textOf(recorded[key]),
    received: textOf(received[key]),
  }));
}

function differenceIn(field: string, recorded: unknown, received: unknown): MeasuredDifference | undefined {
  const [one, other] = [textOf(recorded), textOf(received)];
  return one === other ? undefined : { field, recorded: one, received: other };
}

function inOrder(value: string | readonly string[] | undefined): unknown {
  return typeof value === 'object' ? [...value].sort() : value;
}

function textOf(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}
