import type { Coercion } from '../coercion/coercion.ts';
import { describe } from '../document/describe.ts';
import { Foreign, Homonyms } from '../document/foreign.ts';
import { itemsOf } from '../fields/list.ts';
import type { Tracer } from '../fields/origin.ts';
import type { Reader } from '../fields/reader.ts';
import { sortByName } from './by-name.ts';
import { refuseForeign, reject, Rejection, under, violation, type Violation } from '../document/violation.ts';
import { isMapping } from '../document/is-mapping.ts';

/** A variable. `text` is `NAME=value`, or `NAME` for a variable that is taken from the environment. */
interface Variable {
  readonly name: string;
  readonly text: string;
  readonly key: string | number;
  readonly value: unknown;
}

/**
 * Makes a reader for environment variables, which sorts them by name, by code point.
 * env/unique: In the list, a name stands once.
 */
export function envReader(coercion: Coercion): Reader<string[]> {
  const readText = coercion.text;
  return function readEnv(value, trace) {
    const variables = readVariables(value, readText);
    if (variables instanceof Rejection) return variables;
    sortByName(variables);
    const texts: string[] = [];
    const twice: Violation[] = [];
    let before: string | undefined;
    for (const { name, text } of variables) {
      if (name === before) twice.push(violation('env/unique', `${describe(name)} stands twice`));
      texts.push(text);
      before = name;
    }
    if (twice.length > 0) return new Rejection(twice);
    if (trace !== undefined) traceVariables(variables, Array.isArray(value), readText, trace);
    return texts;
  };
}

/** env/mapping-or-list: Nothing else is accepted as `env`. */
function readVariables(value: unknown, readText: Reader<string>): Variable[] | Rejection {
  const items = itemsOf(value);
  if (items !== undefined) return readVariableList(items, readText);
  if (isMapping(value)) return readVariableMapping(value, readText);
  if (value === null) return reject('null/refused', 'expected environment variables, not null');
  return reject('env/mapping-or-list', `expected a mapping or a list of variables, not ${describe(value)}`);
}

/**
 * env/list: `env` may be a list of `NAME=value`.
 * env/first-equals-sign: In the list, the first `=` ends the name.
 * env/name-only: In the list, a name alone takes the value from the environment of whoever submits the run.
 * env/unique: In the list, a name stands once.
 */
function readVariableList(items: readonly unknown[], readText: Reader<string>): Variable[] | Rejection {
  const variables: Variable[] = [];
  const violations: Violation[] = [];
  items.forEach((item, key) => {
    const text = item instanceof Foreign ? refuseForeign(item) : readText(item);
    if (text instanceof Rejection) {
      violations.push(...under(text, key));
      return;
    }
    variables.push({ name: nameIn(text), text, key, value: item });
  });
  return violations.length === 0 ? variables : new Rejection(violations);
}

/**
 * env/mapping: `env` may be a mapping of variables.
 * env/value: In the mapping, every variable has a value.
 * env/sentinel: In the mapping, `{key: NAME}` takes the value from the environment.
 */
function readVariableMapping(
  mapping: Readonly<Record<string, unknown>>,
  readText: Reader<string>,
): Variable[] | Rejection {
  const variables: Variable[] = [];
  const violations: Violation[] = [];
  for (const name of Object.keys(mapping)) {
    const value = mapping[name];
    const text = readMember(name, value, readText);
    if (text instanceof Rejection) violations.push(...under(text, name));
    else variables.push({ name: nameIn(text), text, key: name, value });
  }
  return violations.length === 0 ? variables : new Rejection(violations);
}

/**
 * Returns the name that the text of a variable has in a list. NON-SPEC: a mapping may hold `A` and `A=`, which the
 * normal form could not distinguish, so they count as the same name.
 */
function nameIn(text: string): string {
  const end = text.indexOf('=');
  return end < 0 ? text : text.slice(0, end);
}

function readMember(name: string, value: unknown, readText: Reader<string>): string | Rejection {
  return isMapping(value) ? readSentinel(name, value, readText) : readValue(name, value, readText);
}

function readValue(name: string, value: unknown, readText: Reader<string>): string | Rejection {
  if (value instanceof Homonyms) return readHomonyms(name, value, readText);
  if (value instanceof Foreign) return refuseForeign(value);
  const text = readText(value);
  if (!(text instanceof Rejection)) return `${name}=${text}`;
  return reject('env/value', `expected a value for \`${name}\`, not ${describe(value)}`);
}

/**
 * yaml/keys: A key must be hashable; one that is no text reads as the text of its value.
 * Of several keys that read as this name each must have a value, and the last one counts.
 */
function readHomonyms(name: string, { values }: Homonyms, readText: Reader<string>): string | Rejection {
  const texts = values.map((value) => readMember(name, value, readText));
  return texts.find((text) => text instanceof Rejection) ?? texts.at(-1) ?? '';
}

/** The release itself writes `{key: NAME}` for a variable that is taken from the environment. */
function readSentinel(
  name: string,
  sentinel: Readonly<Record<string, unknown>>,
  readText: Reader<string>,
): string | Rejection {
  const isSentinel =
    Object.keys(sentinel).length === 1 &&
    Object.hasOwn(sentinel, 'key') &&
    !(readText(sentinel.key) instanceof Rejection);
  return isSentinel ? name : reject('env/value', `expected a value for \`${name}\`, not a mapping`);
}

/** env/any-name: Any text is accepted as a name. */
function traceVariables(
  variables: readonly Variable[],
  isList: boolean,
  readText: Reader<string>,
  trace: Tracer,
): void {
  trace.rule(isList ? 'env/list' : 'env/mapping');
  variables.forEach(({ key, value, name, text }, index) => {
    trace.enter(index, key);
    if (isMapping(value)) trace.rule('env/sentinel');
    else readText(value, trace);
    if (isList) trace.rule(name === text ? 'env/name-only' : 'env/first-equals-sign');
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) trace.rule('env/any-name');
    trace.leave();
  });
}
