import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { describe } from '../document/describe.ts';
import { Foreign, YamlSet } from '../document/foreign.ts';
import type { Tracer } from './origin.ts';
import type { Reader } from './reader.ts';
import { refuseForeign, reject, Rejection, under, type Violation } from '../document/violation.ts';

/**
 * Returns the items of a sequence or of a YAML set, and `undefined` for anything else.
 * list/sequence: A field that holds a list takes a YAML sequence and nothing else.
 * list/set: A YAML set of one element counts as a list.
 */
export function itemsOf(value: unknown, trace?: Tracer): readonly unknown[] | undefined {
  if (isList(value)) return value;
  if (!(value instanceof YamlSet)) return undefined;
  trace?.rule('list/set');
  return value.items;
}

/** Makes a reader for a list whose items `item` reads. It collects the violations of all items. */
export function listOf<Value>(item: Reader<Value>): Reader<Value[]> {
  return function readList(value, trace) {
    const items = itemsOf(value, trace);
    if (items !== undefined) return readItems(items, item, trace);
    if (value === null) return reject('null/refused', 'expected a list, not null');
    return reject('list/sequence', `expected a list, not ${describe(value)}`);
  };
}

/** Makes a reader that refuses an empty list. */
export function notEmpty<Value>(
  readList: Reader<Value[]>,
  requirement: RequirementId,
  message: string,
): Reader<Value[]> {
  return function readNotEmpty(value, trace) {
    const values = readList(value, trace);
    return values instanceof Rejection || values.length > 0 ? values : reject(requirement, message);
  };
}

function readItem<Value>(value: unknown, item: Reader<Value>, trace: Tracer | undefined): Value | Rejection {
  if (value === null) return reject('null/refused', 'null is no item of this list');
  return value instanceof Foreign ? refuseForeign(value) : item(value, trace);
}

function readItems<Value>(
  items: readonly unknown[],
  item: Reader<Value>,
  trace: Tracer | undefined,
): Value[] | Rejection {
  const values: Value[] = [];
  const violations: Violation[] = [];
  items.forEach((each, index) => {
    trace?.enter(index);
    const value = readItem(each, item, trace);
    trace?.leave();
    // The violations are added one by one, because a call takes a limited number of arguments.
    if (value instanceof Rejection) for (const each of under(value, index)) violations.push(each);
    else values.push(value);
  });
  return violations.length === 0 ? values : new Rejection(violations);
}

/** Does the same as `Array.isArray`, but the items are `unknown` instead of `any`. */
function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
