/**
 * Measurements are older than the keys that the page got later. Such a key is missing from every measured normal form,
 * and a document that has it was refused for it.
 */

/** A normal form, or a part of one, as it was recorded. */
export type MeasuredNormal = Readonly<Record<string, unknown>>;

/** JSON Pointers to the keys of the normal form that no measured one has. */
export function laterKeys(
  measured: readonly MeasuredNormal[],
  defaults: MeasuredNormal,
  at = '',
): readonly string[] {
  if (measured.length === 0) return [];
  const known = new Set(measured.flatMap((each) => Object.keys(each)));
  return Object.entries(defaults).flatMap(([key, value]) => {
    if (!known.has(key)) return [`${at}/${key}`];
    const below = measured.map((each) => each[key]).filter(isMapping);
    return isMapping(value) ? laterKeys(below, value, `${at}/${key}`) : [];
  });
}

/**
 * A measured normal form with each later key as its default, where the key belongs. A key that other measured forms
 * have is not filled in, so that a form which lost it still shows.
 */
export function withLaterKeys(
  measured: MeasuredNormal,
  later: readonly string[],
  defaults: MeasuredNormal,
  at = '',
): MeasuredNormal {
  if (later.length === 0) return measured;
  const whole: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(defaults), ...Object.keys(measured)])) {
    const [value, byDefault, path] = [measured[key], defaults[key], `${at}/${key}`];
    if (later.includes(path)) whole[key] = byDefault;
    else if (isMapping(value) && isMapping(byDefault))
      whole[key] = withLaterKeys(value, later, byDefault, path);
    else if (Object.hasOwn(measured, key)) whole[key] = value;
  }
  return whole;
}

/** Whether a document was refused, among other things perhaps, for a later key: that says nothing about the key. */
export function isRefusedForLaterKey(
  { paths }: { readonly paths?: readonly string[] },
  later: readonly string[],
): boolean {
  return paths?.some((path) => later.some((key) => path === key || path.startsWith(`${key}/`))) === true;
}

function isMapping(value: unknown): value is MeasuredNormal {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
