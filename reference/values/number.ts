import { Float } from '../document/float.ts';
import { Binary } from '../document/foreign.ts';
import { decimalFromBinary, decimalFromText } from '../document/numeral.ts';

/** Returns the number that a value is or stands for, finite or not, and `undefined` for a value that is none. */
export function numberOf(value: unknown): number | undefined {
  switch (typeof value) {
    case 'number':
      return value;
    case 'bigint':
      return Number(value);
    case 'boolean':
      return value ? 1 : 0;
    case 'string':
      return decimalFromText(value);
    default:
      if (value instanceof Float) return value.value;
      return value instanceof Binary ? decimalFromBinary(value.text) : undefined;
  }
}
