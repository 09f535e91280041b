import { readFields } from './fields/mapping.ts';
import { Tracer, type Origin } from './fields/origin.ts';
import { checkTogether } from './fields/rule.ts';
import { isMapping } from './document/is-mapping.ts';
import { steps } from './document/pointer.ts';
import { Rejection, violation, type Violation } from './document/violation.ts';
import type { AnyLanguage, Language } from './language.ts';

export type Verdict<Normal extends object = object> =
  | { readonly kind: 'accepted'; readonly normal: Normal }
  | { readonly kind: 'rejected'; readonly violations: readonly Violation[] };

/** No field is broken. */
const NONE: ReadonlySet<string> = new Set();

/** A verdict. An accepted document also has the origin of each leaf of its normal form, by JSON Pointer. */
export interface Traced<Normal extends object = object> {
  readonly verdict: Verdict<Normal>;
  readonly origins: ReadonlyMap<string, Origin>;
}

/**
 * What a document means in a language: its fully defaulted normal form, or everything that it breaks.
 *
 * Pure and total: any value in gives a verdict out. Documents hold what JSON holds, plus `Float` for a float without
 * a fraction, bigint beyond ±(2^53−1), and what YAML adds (`Foreign`, `YamlSet`, `Binary`); anything else is refused
 * where it stands.
 */
export function interpret<Fields extends object, Normal extends object>(
  language: Language<Fields, Normal>,
  document: unknown,
): Verdict<Normal> {
  return read(language, document, undefined);
}

/**
 * Does the same as `interpret`, and notes origins, for explanations and for the level of a mismatch. This is several
 * times slower.
 */
export function trace<Fields extends object, Normal extends object>(
  language: Language<Fields, Normal>,
  document: unknown,
): Traced<Normal> {
  const tracer = new Tracer();
  const verdict = read(language, document, tracer);
  return { verdict, origins: verdict.kind === 'accepted' ? tracer.origins : new Map() };
}

function read<Fields extends object, Normal extends object>(
  language: Language<Fields, Normal>,
  document: unknown,
  tracer: Tracer | undefined,
): Verdict<Normal> {
  const whole = readFields(language.table, document, tracer);
  if (whole instanceof Rejection) return refuse(language, document, whole.violations);
  const { fields, violations } = whole;
  const broken =
    violations.length === 0 ? NONE : new Set(violations.map((each) => steps(each.path)[0] ?? ''));
  const together = checkTogether(language.rules, fields, broken);
  if (violations.length > 0 || together.length > 0)
    return refuse(language, document, [...violations, ...together]);
  return { kind: 'accepted', normal: language.normalize(fields, tracer) };
}

/**
 * Of a document that follows another page, or does not say which, only that is said: its other fields are not this
 * language's business.
 */
function refuse(
  { otherPages: { field, values, own }, table }: Pick<AnyLanguage, 'otherPages' | 'table'>,
  document: unknown,
  violations: readonly Violation[],
): Verdict<never> {
  const page = isMapping(document) && Object.hasOwn(document, field) ? document[field] : undefined;
  const ofField = violations.filter((each) => each.path === `/${field}`);
  if (isMapping(document) && (page === undefined || page === null)) {
    const requirement = table.byName.get(field)?.absence.requirement;
    const missing = violations.filter((each) => each.path === '' && each.requirement === requirement);
    return { kind: 'rejected', violations: [...missing, ...ofField] };
  }
  if (!values.has(page)) return { kind: 'rejected', violations };
  const message = `a ${String(page)}; this suite reads ${own}`;
  return {
    kind: 'rejected',
    violations: ofField.map((each) => violation(each.requirement, message, each.path)),
  };
}
