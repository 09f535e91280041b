import { Float } from './float.ts';
import { Binary, Foreign, YamlSet } from './foreign.ts';
import { floatText } from './numeral.ts';

const LONGEST = 60;

/** Describes a value in a few words, for messages. It never walks into the value, so any depth is safe. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      return describeObject(value);
    default:
      return `a ${typeof value}`;
  }
}

function describeObject(value: object): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (value instanceof Float) return floatText(value.value);
  if (value instanceof Foreign) return value.what;
  if (value instanceof YamlSet) return 'a set';
  if (value instanceof Binary) return 'binary data';
  return Object.keys(value).length === 0 ? 'an empty mapping' : 'a mapping';
}
