import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { describe } from '../document/describe.ts';
import { Foreign } from '../document/foreign.ts';
import type { Tracer } from './origin.ts';
import type { Reader } from './reader.ts';
import { unknownField, type Unknown } from './unknown-field.ts';
import { refuseForeign, reject, Rejection, under, violation, type Violation } from '../document/violation.ts';
import { isMapping } from '../document/is-mapping.ts';

/** The result of a reader for a value that means the same as leaving the field out (`max_duration: true`). */
export const ABSENT: unique symbol = Symbol('absent');

type Absence<Value> =
  | {
      readonly kind: 'default';
      readonly value: Value;
      readonly requirement: RequirementId;
      /**
       * Says whether `null` means the same as leaving the field out, is refused, or is a value that the reader knows.
       */
      readonly null: 'absent' | 'refused' | 'value';
      /** The requirement by which a value other than `null` means absence too, for readers that return `ABSENT`. */
      readonly absentBy?: RequirementId;
    }
  | { readonly kind: 'required'; readonly requirement: RequirementId };

/** One line of a table of fields: its grammar, the requirement that gives it meaning, and what its absence means. */
export interface Field<Value> {
  readonly read: (value: unknown, trace?: Tracer) => Value | typeof ABSENT | Rejection;
  readonly given: RequirementId;
  readonly absence: Absence<Value>;
  /** The table of a field that is a mapping. Its leaves have defaults of their own. */
  readonly table?: Named;
}

/** Fields by their names. */
interface Named {
  readonly byName: ReadonlyMap<string, Field<unknown>>;
}

export type Fields<T> = { readonly [Key in keyof T]-?: Field<T[Key]> };

/** A mapping's fields, compiled once for reading. */
export interface Table<T> extends Named {
  readonly defaults: T;
  copy(defaults: T): T;
  /** The names of the fields, in the order of the table. */
  readonly names: readonly string[];
  readonly required: readonly string[];
  readonly kind: RequirementId;
  readonly unknown: RequirementId;
  readonly legacy: ReadonlySet<string>;
}

/** The requirements of a table as a whole, and what it knows of names that are not its fields. */
export interface TableRules {
  /** Broken by a value that is no mapping. */
  readonly kind: RequirementId;
  /** Broken by a field that the table doesn't list. */
  readonly unknown: RequirementId;
  /** Fields that the release still reads and the page no longer lists: out of scope, refused like any unknown one. */
  readonly legacy?: readonly string[];
}

export function field<Value>(
  read: Field<Value>['read'],
  given: RequirementId,
  absence: Absence<Value>,
): Field<Value> {
  return { read, given, absence };
}

/**
 * The field has this value when it is left out or `null`. `absentBy` is the requirement by which another value means the
 * same; the reader returns `ABSENT` for that value.
 */
export function optional<Value>(
  value: Value,
  requirement: RequirementId,
  absentBy?: RequirementId,
): Absence<Value> {
  return {
    kind: 'default',
    value,
    requirement,
    null: 'absent',
    ...(absentBy === undefined ? {} : { absentBy }),
  };
}

/** The field has this value when it is left out; `null` is refused. */
export function byDefault<Value>(value: Value, requirement: RequirementId): Absence<Value> {
  return { kind: 'default', value, requirement, null: 'refused' };
}

/** The field has this value when it is left out; its own reader reads `null`. */
export function orNull<Value>(value: Value, requirement: RequirementId): Absence<Value> {
  return { kind: 'default', value, requirement, null: 'value' };
}

export function required(requirement: RequirementId): Absence<never> {
  return { kind: 'required', requirement };
}

/**
 * Compiles a table. Each table brings its own `(defaults) => ({ ...defaults })`, because one copier for all shapes measures ten times
 * slower.
 */
export function tableOf<T extends object>(
  fields: Fields<T>,
  { kind, unknown, legacy = [] }: TableRules,
  copy: (defaults: T) => T,
): Table<T> {
  const entries = Object.entries<Field<unknown>>(fields);
  const defaults = entries.map(([key, { absence }]) => [
    key,
    absence.kind === 'default' ? absence.value : null,
  ]);
  return {
    byName: new Map(entries),
    names: entries.map(([key]) => key),
    // This needs a cast: the object has every key of `fields`, and required ones are filled before it is handed out.
    // It goes through JSON because V8 copies an object that JSON.parse made ten times faster than one that was built
    // key by key.
    defaults: JSON.parse(JSON.stringify(Object.fromEntries(defaults))) as T,
    required: entries.filter(([, each]) => each.absence.kind === 'required').map(([key]) => key),
    copy,
    kind,
    unknown,
    legacy: new Set(legacy),
  };
}

/** A reader for a mapping that follows a table. */
export function mappingOf<T extends object>(table: Table<T>): Reader<T> {
  return function readByTable(value, trace) {
    return readMapping(table, value, trace);
  };
}

/** Reads a mapping by its table: every key present in the answer, or every violation found. */
export function readMapping<T extends object>(
  table: Table<T>,
  value: unknown,
  trace?: Tracer,
): T | Rejection {
  const read = readFields(table, value, trace);
  if (read instanceof Rejection) return read;
  return read.violations.length > 0 ? new Rejection(read.violations) : read.fields;
}

/** The fields of a mapping and its violations. A broken field has its default, or no value if it is required. */
export interface ReadFields<T> {
  readonly fields: T;
  readonly violations: readonly Violation[];
}

/**
 * Reads like `readMapping`, but a broken field does not hide the others. Only a value that is no mapping is refused.
 */
export function readFields<T extends object>(
  table: Table<T>,
  value: unknown,
  trace?: Tracer,
): ReadFields<T> | Rejection {
  if (!isMapping(value)) {
    return reject(table.kind, `expected a mapping, not ${describe(value)}`);
  }
  // This is the other cast: `readGiven` fills each key with the result of the key's own reader.
  const fields = table.copy(table.defaults) as T & Record<string, unknown>;
  const violations = readGiven(table, value, fields, trace);
  for (const key of table.required) {
    if (!Object.hasOwn(value, key)) violations.push(missing(table, key));
  }
  if (trace !== undefined) traceDefaults(table, value, trace);
  return { fields, violations };
}

function readGiven(
  table: Named & Unknown,
  mapping: Readonly<Record<string, unknown>>,
  into: Record<string, unknown>,
  trace: Tracer | undefined,
): Violation[] {
  const violations: Violation[] = [];
  for (const key of Object.keys(mapping)) {
    const known = table.byName.get(key);
    if (known === undefined) {
      violations.push(...under(unknownField(table, key), key));
      continue;
    }
    const given = readField(known, key, mapping[key], trace);
    // The violations are added one by one, because a call takes a limited number of arguments.
    if (given instanceof Rejection) for (const each of under(given, key)) violations.push(each);
    else if (given !== ABSENT) into[key] = given;
  }
  return violations;
}

/** duration/true: `true` means the default. */
function readField(known: Field<unknown>, key: string, value: unknown, trace: Tracer | undefined): unknown {
  const { absence } = known;
  if (value instanceof Foreign) return refuseForeign(value);
  if (value === null && !(absence.kind === 'default' && absence.null === 'value')) {
    if (absence.kind !== 'default' || absence.null === 'refused') {
      return reject('null/refused', `\`${key}\` always has a value: null is refused`);
    }
    if (trace !== undefined) traceNull(key, absence.value, [absence.requirement, 'null/absent'], trace);
    return ABSENT;
  }
  if (trace === undefined) return known.read(value);
  trace.enter(key);
  trace.rule(known.given);
  const given = known.read(value, trace);
  trace.leave();
  if (given === ABSENT) trace.byDefault(key, behindAbsence(absence), 'null');
  return given;
}

/** The requirements that give a field its value where the document says in other words that it is left out. */
function behindAbsence(absence: Absence<unknown>): readonly RequirementId[] {
  const absentBy = absence.kind === 'default' ? absence.absentBy : undefined;
  return absentBy === undefined ? [absence.requirement] : [absence.requirement, absentBy];
}

function missing<T>(table: Table<T>, key: string): Violation {
  const requirement = table.byName.get(key)?.absence.requirement ?? table.kind;
  return violation(requirement, `\`${key}\` is required`);
}

function traceDefaults(table: Named, mapping: Readonly<Record<string, unknown>>, trace: Tracer): void {
  for (const [key, each] of table.byName) {
    if (Object.hasOwn(mapping, key) || each.absence.kind !== 'default') continue;
    traceDefault(key, each, trace);
  }
}

/** Notes the origin of a field that the document says is absent. If its default has parts, each leaf gets one. */
function traceNull(key: string, value: unknown, requirements: readonly RequirementId[], trace: Tracer): void {
  if (!hasParts(value)) {
    trace.byDefault(key, requirements, 'null');
    return;
  }
  trace.enter(key);
  for (const requirement of requirements) trace.rule(requirement);
  traceParts(value, trace);
  trace.leave();
}

function traceParts(value: Readonly<Record<string, unknown>>, trace: Tracer): void {
  for (const [key, part] of Object.entries(value)) {
    trace.enter(key, null);
    if (hasParts(part)) traceParts(part, trace);
    trace.leave();
  }
}

/** Notes the origin of an absent field. If its default has parts, each leaf gets an origin. */
function traceDefault(key: string, absent: Field<unknown>, trace: Tracer): void {
  if (absent.absence.kind !== 'default') return;
  const { value, requirement } = absent.absence;
  if (absent.table === undefined) {
    traceAbsent(key, value, requirement, trace);
    return;
  }
  trace.enter(key, null);
  traceDefaults(absent.table, {}, trace);
  trace.leave();
}

function traceAbsent(key: string, value: unknown, requirement: RequirementId, trace: Tracer): void {
  if (!hasParts(value)) {
    trace.byDefault(key, [requirement], 'absent');
    return;
  }
  trace.enter(key, null);
  for (const [inner, part] of Object.entries(value)) traceAbsent(inner, part, requirement, trace);
  trace.leave();
}

/** Returns whether a value is a mapping or a list that is not empty. */
function hasParts(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
