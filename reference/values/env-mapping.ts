import type { NormalEnv, NormalSentinel } from '../../spec/values.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { describe } from '../document/describe.ts';
import { Foreign, Homonyms } from '../document/foreign.ts';
import { isMapping } from '../document/is-mapping.ts';
import { refuseForeign, reject, Rejection, under, violation, type Violation } from '../document/violation.ts';
import { itemsOf } from '../fields/list.ts';
import { field, mappingOf, required, tableOf } from '../fields/mapping.ts';
import type { Tracer } from '../fields/origin.ts';
import type { Reader } from '../fields/reader.ts';
import { objectOf, sortByName } from './by-name.ts';

interface Variable {
  readonly name: string;
  readonly value: string | NormalSentinel;
  /** Where it stands in the document. */
  readonly key: string | number;
}

/** How a variable's value is read, and the same for an item of a list. */
interface Readers {
  readonly value: Reader<string | NormalSentinel>;
  readonly item: Reader<string>;
}

/**
 * Makes a reader for environment variables, given as a mapping or as a list, whose values may not be booleans.
 * env/mapping-or-list: Nothing else is accepted as `env`.
 */
export function envMappingReader(coercion: Coercion): Reader<NormalEnv> {
  const readers = { value: valueReader(coercion), item: itemReader(coercion) };
  return function readEnv(value, trace) {
    const variables = readVariables(value, readers);
    if (variables instanceof Rejection) return variables;
    sortByName(variables);
    if (trace !== undefined) traceVariables(variables, value, readers, trace);
    return objectOf(variables);
  };
}

function readVariables(value: unknown, readers: Readers): Variable[] | Rejection {
  const items = itemsOf(value);
  if (items !== undefined) return readList(items, readers);
  if (isMapping(value)) return readMembers(value, readers);
  if (value === null) return reject('null/refused', 'expected environment variables, not null');
  return reject('env/mapping-or-list', `expected a mapping or a list of variables, not ${describe(value)}`);
}

/**
 * env/list: `env` may be a list of `NAME=value`.
 * env/first-equals-sign: In the list, the first `=` ends the name.
 * env/name-only: In the list, a name alone takes the value from the environment of whoever submits the run.
 * env/unique: In the list, a name stands once.
 */
function readList(items: readonly unknown[], { item }: Readers): Variable[] | Rejection {
  const variables = new Map<string, Variable>();
  const violations: Violation[] = [];
  items.forEach((each, key) => {
    const text = item(each);
    if (text instanceof Rejection) {
      for (const broken of under(text, key)) violations.push(broken);
      return;
    }
    const end = text.indexOf('=');
    const name = end < 0 ? text : text.slice(0, end);
    if (variables.has(name)) violations.push(violation('env/unique', `${describe(name)} stands twice`));
    else variables.set(name, { name, key, value: end < 0 ? { key: text } : text.slice(end + 1) });
  });
  return violations.length === 0 ? [...variables.values()] : new Rejection(violations);
}

/** Matches the beginning of an item that is `NAME` or `NAME=value`. */
const ITEM = /^[A-Za-z_][A-Za-z0-9_]*(?:=|$)/;

/**
 * env/list-name: In the list, a name consists of letters, digits and underscores, and does not begin with a digit.
 * env/list-line: In the list, an item has no line break.
 */
function itemReader({ text }: Coercion): Reader<string> {
  return function readItem(value) {
    if (value === null) return reject('null/refused', 'null is no item of this list');
    if (value instanceof Foreign) return refuseForeign(value);
    const item = text(value);
    if (item instanceof Rejection) return item;
    if (item.includes('\n')) return reject('env/list-line', `${describe(item)} has a line break`);
    return ITEM.test(item) ? item : reject('env/list-name', `${describe(item)} begins with no name`);
  };
}

/** env/mapping: `env` may be a mapping of variables. */
function readMembers(mapping: Readonly<Record<string, unknown>>, readers: Readers): Variable[] | Rejection {
  const variables: Variable[] = [];
  const violations: Violation[] = [];
  for (const name of Object.keys(mapping)) {
    const value = readers.value(mapping[name]);
    if (value instanceof Rejection) for (const broken of under(value, name)) violations.push(broken);
    else variables.push({ name, value, key: name });
  }
  return violations.length === 0 ? variables : new Rejection(violations);
}

/**
 * env/value: In the mapping, every variable has a value.
 * env/sentinel: In the mapping, `{key: NAME}` takes the value from the environment.
 * yaml/keys: A key must be hashable; one that is no text reads as the text of its value.
 * Of several keys that read as this name each must have a value, and the last one counts.
 */
function valueReader({ text }: Coercion): Reader<string | NormalSentinel> {
  const readSentinel = mappingOf(
    tableOf<NormalSentinel>(
      { key: field(text, 'env/sentinel', required('env/value')) },
      { kind: 'env/value', unknown: 'env/value' },
      (defaults) => ({ ...defaults }),
    ),
  );
  return function readValue(value, trace): string | NormalSentinel | Rejection {
    if (value instanceof Homonyms) return lastOf(value.values.map((each) => readOne(each)));
    return value instanceof Foreign ? refuseForeign(value) : readOne(value, trace);
  };

  function readOne(value: unknown, trace?: Tracer): string | NormalSentinel | Rejection {
    if (isMapping(value)) return readSentinel(value, trace);
    const read = text(value, trace);
    if (!(read instanceof Rejection) || typeof value === 'boolean') return read;
    return reject('env/value', `expected a value, not ${describe(value)}`);
  }
}

function lastOf(
  values: readonly (string | NormalSentinel | Rejection)[],
): string | NormalSentinel | Rejection {
  return values.find((each) => each instanceof Rejection) ?? values.at(-1) ?? '';
}

const USUAL_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** env/any-name-in-mapping: In the mapping, any text is accepted as a name. */
function traceVariables(
  variables: readonly Variable[],
  document: unknown,
  readers: Readers,
  trace: Tracer,
): void {
  const isList = !isMapping(document);
  trace.rule(isList ? 'env/list' : 'env/mapping');
  for (const { name, value, key } of variables) {
    trace.enter(name, key);
    if (isList) trace.rule(typeof value === 'string' ? 'env/first-equals-sign' : 'env/name-only');
    else if (!USUAL_NAME.test(name)) trace.rule('env/any-name-in-mapping');
    if (!isList) readers.value(document[name], trace);
    else if (typeof value !== 'string') {
      trace.enter('key', null);
      trace.leave();
    }
    if (!isList && typeof value !== 'string') trace.rule('env/sentinel');
    trace.leave();
  }
}
