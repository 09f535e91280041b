import type { NormalForm } from '../spec/generated/normal-form.ts';
import { inCanonicalOrder } from '../spec/generated/normal-order.ts';
import { checkTogether } from './editions/dstack-0.18.42/cross-field.ts';
import { foldIdle } from './editions/dstack-0.18.42/idle-duration.ts';
import { readFields } from './fields/mapping.ts';
import { Tracer, type Origin } from './fields/origin.ts';
import { steps } from './document/pointer.ts';
import { TASK, type TaskFields } from './editions/dstack-0.18.42/task.ts';
import { Rejection, type Violation } from './document/violation.ts';
import { isMapping } from './document/is-mapping.ts';

export type Verdict =
  | { readonly kind: 'accepted'; readonly normal: NormalForm }
  | { readonly kind: 'rejected'; readonly violations: readonly Violation[] };

/** The other configuration types of dstack. */
const OTHER_TYPES: ReadonlySet<unknown> = new Set([
  'dev-environment',
  'fleet',
  'gateway',
  'service',
  'volume',
]);

/** No field is broken. */
const NONE: ReadonlySet<string> = new Set();

/** A verdict, and for an accepted document the origin of each leaf of its normal form, by JSON Pointer. */
export interface Traced {
  readonly verdict: Verdict;
  readonly origins: ReadonlyMap<string, Origin>;
}

/**
 * What a document means: its fully defaulted normal form, or everything that it breaks.
 *
 * Pure and total: any value in gives a verdict out. Documents hold what JSON holds, plus `Float` for a float without
 * a fraction, bigint beyond ±(2^53−1), and what YAML adds (`Foreign`, `YamlSet`, `Binary`); anything else is refused
 * where it stands.
 */
export function interpret(document: unknown): Verdict {
  return read(document, undefined);
}

/** As `interpret`, noting origins: several times slower, for explanations and for the level of a mismatch. */
export function trace(document: unknown): Traced {
  const tracer = new Tracer();
  const verdict = read(document, tracer);
  return { verdict, origins: verdict.kind === 'accepted' ? tracer.origins : new Map() };
}

function read(document: unknown, tracer: Tracer | undefined): Verdict {
  const task = readFields(TASK, document, tracer);
  if (task instanceof Rejection) return refuse(document, task.violations);
  const { fields, violations } = task;
  const broken =
    violations.length === 0 ? NONE : new Set(violations.map((each) => steps(each.path)[0] ?? ''));
  const together = checkTogether(fields, broken);
  if (violations.length > 0 || together.length > 0) return refuse(document, [...violations, ...together]);
  return { kind: 'accepted', normal: toNormal(fields, tracer) };
}

/** Of a configuration of another type only that is said: its other fields follow another page. */
function refuse(document: unknown, violations: readonly Violation[]): Verdict {
  const isOther = isMapping(document) && OTHER_TYPES.has(document.type);
  return {
    kind: 'rejected',
    violations: isOther ? violations.filter((each) => each.path === '/type') : violations,
  };
}

function toNormal(task: TaskFields, tracer: Tracer | undefined): NormalForm {
  return inCanonicalOrder({ ...task, idle_duration: foldIdle(task, tracer) });
}
