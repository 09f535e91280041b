import type { EditionSpec } from './edition.ts';
import type { Condition, Divergence } from './generated/divergence-file.ts';
import type { OutOfScopeKind } from './generated/out-of-scope-file.ts';

/** The entry that excuses a measurement for contradicting the reference. */
export type Exception =
  | { readonly kind: 'divergence'; readonly divergence: Divergence }
  | { readonly kind: 'out-of-scope'; readonly outOfScope: OutOfScopeKind };

/** Returns the entry that lists a measurement of an edition as different, if there is one. */
export function exceptionFor(
  spec: Pick<EditionSpec, 'divergences' | 'outOfScope'>,
  measurement: string,
): Exception | undefined {
  const divergence = spec.divergences.find((each) => each.measurements.includes(measurement));
  if (divergence !== undefined) return { kind: 'divergence', divergence };
  const outOfScope = spec.outOfScope.find((each) => each.measurements.includes(measurement));
  return outOfScope === undefined ? undefined : { kind: 'out-of-scope', outOfScope };
}

/** Returns the divergences that affect a document. The document must be as it was read, before it is interpreted. */
export function divergencesIn(
  { divergences }: Pick<EditionSpec, 'divergences'>,
  document: unknown,
): readonly Divergence[] {
  return divergences.filter((each) => each.match.every((condition) => holds(condition, document)));
}

const ON: readonly unknown[] = ['true', 'yes', 'on', 't', 'y', '1'];

function holds(condition: Condition, document: unknown): boolean {
  const value = valueAt(condition.path, document);
  switch (condition.is) {
    case 'given':
      return value !== undefined && value !== null && value !== '';
    case 'default':
      return value === undefined || value === null || value === true;
    case 'on':
      return value === true || value === 1 || (typeof value === 'string' && ON.includes(value.toLowerCase()));
    case 'off-text':
      return value === 'off';
  }
}

/** Returns the value at a JSON Pointer without escapes, or `undefined`. */
function valueAt(path: string, document: unknown): unknown {
  let value = document;
  for (const key of path.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}
