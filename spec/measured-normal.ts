import { DEFAULT_NORMAL } from './generated/default-normal.ts';

/** A normal form, or a part of one, as it was recorded. */
export type MeasuredNormal = Readonly<Record<string, unknown>>;

/**
 * Measured normal forms, completed by the keys that the page got after they were measured: each has its default.
 * A key that any of the measured forms has is not filled in, so that a form which lost it still shows.
 */
export function withLaterKeys(
  measured: readonly MeasuredNormal[],
  defaults: MeasuredNormal = { ...DEFAULT_NORMAL },
): readonly MeasuredNormal[] {
  const later = laterKeys(measured, defaults);
  if (Object.keys(later).length === 0) return measured;
  return measured.map((each) => completed(each, later, defaults));
}

/** The part of the defaults that no measured form has. */
function laterKeys(measured: readonly MeasuredNormal[], defaults: MeasuredNormal): MeasuredNormal {
  if (measured.length === 0) return {};
  const known = new Set(measured.flatMap((each) => Object.keys(each)));
  const later: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(defaults)) {
    if (!known.has(key)) later[key] = value;
    else if (isMapping(value)) {
      const below = laterKeys(measured.map((each) => each[key]).filter(isMapping), value);
      if (Object.keys(below).length > 0) later[key] = below;
    }
  }
  return later;
}

/** In the order of the defaults, with the keys that have none at the end. */
function completed(
  measured: MeasuredNormal,
  later: MeasuredNormal,
  defaults: MeasuredNormal,
): MeasuredNormal {
  const whole: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(defaults), ...Object.keys(measured)])) {
    const [value, missing, byDefault] = [measured[key], later[key], defaults[key]];
    if (!Object.hasOwn(measured, key)) {
      if (Object.hasOwn(later, key)) whole[key] = missing;
    } else if (isMapping(value) && isMapping(missing) && isMapping(byDefault)) {
      whole[key] = completed(value, missing, byDefault);
    } else whole[key] = value;
  }
  return whole;
}

function isMapping(value: unknown): value is MeasuredNormal {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
