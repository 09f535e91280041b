import { Float } from './float.ts';
import { Binary } from './foreign.ts';
import { floatText } from './numeral.ts';

/** The text that Python's `str` makes of a scalar: `True`, `12`, `1.0`; `undefined` for null and for all else. */
export function scalarText(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value;
    case 'boolean':
      return value ? 'True' : 'False';
    case 'bigint':
      return value.toString();
    case 'number':
      return Number.isInteger(value) ? BigInt(value).toString() : floatText(value);
    case 'object':
      if (value instanceof Float) return floatText(value.value);
      return value instanceof Binary ? value.text : undefined;
    default:
      return undefined;
  }
}
