import { floatValue } from './float.ts';
import { Foreign } from './foreign.ts';

/**
 * How the release reads a plain scalar: YAML 1.1 with the resolver of PyYAML.
 * Each pattern is the whole rule; `y` and `n` are text, a float has a dot, and its exponent has a sign.
 */
const NULL = /^(?:~|null|Null|NULL|)$/;
const BOOLEAN = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
const INTEGER =
  /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const FLOAT =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const TIMESTAMP =
  /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9][0-9]?(?::[0-9][0-9])?))?)$/;

const TRUE = /^(?:yes|true|on)$/i;
const FALSE = /^(?:no|false|off)$/i;

/** What a plain scalar is, by the tag that it resolves to. */
export type ScalarTag = 'null' | 'bool' | 'int' | 'float' | 'timestamp' | 'merge' | 'value' | 'str';

/** The tag of a plain scalar. */
export function resolvePlain(text: string): ScalarTag {
  if (text === '<<') return 'merge';
  if (text === '=') return 'value';
  if (NULL.test(text)) return 'null';
  if (BOOLEAN.test(text)) return 'bool';
  if (INTEGER.test(text)) return 'int';
  if (FLOAT.test(text)) return 'float';
  return TIMESTAMP.test(text) ? 'timestamp' : 'str';
}

/** The value of a scalar of a tag, or `undefined` where the text is none (`!!int abc`). */
export function constructScalar(tag: ScalarTag, text: string): unknown {
  switch (tag) {
    case 'null':
      return null;
    case 'bool':
      return TRUE.test(text) ? true : FALSE.test(text) ? false : undefined;
    case 'int':
      return integer(text);
    case 'float':
      return float(text);
    case 'timestamp':
      return TIMESTAMP.test(text) && isDate(text) ? new Foreign('a date', 'yaml/timestamps') : undefined;
    case 'merge':
    case 'str':
      return text;
    case 'value':
      return undefined;
    default:
      return tag satisfies never;
  }
}

/** Decimal, octal, hexadecimal, binary or base 60, underscores dropped; a bigint beyond ±(2^53−1). */
function integer(text: string): number | bigint | undefined {
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/.exec(text.trim().replaceAll('_', '')) ?? [];
  const size = digits.includes(':') ? base60(digits) : magnitude(digits);
  if (size === undefined) return undefined;
  const value = sign === '-' ? -size : size;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function magnitude(digits: string): bigint | undefined {
  const octal = /^0([0-7]+)$/.exec(digits)?.[1];
  if (octal !== undefined) return BigInt(`0o${octal}`);
  const isNumeral = /^(?:0|[1-9][0-9]*|0x[0-9a-fA-F]+|0b[01]+)$/.test(digits);
  return isNumeral ? BigInt(digits) : undefined;
}

/** yaml/sexagesimal. */
function base60(digits: string): bigint | undefined {
  const parts = digits.split(':');
  if (!parts.every((part) => /^[0-9]+$/.test(part))) return undefined;
  return parts.reduce((total, part) => total * 60n + BigInt(part), 0n);
}

function float(text: string): unknown {
  const [, sign = '', digits = ''] =
    /^([-+]?)(.*)$/.exec(text.trim().replaceAll('_', '').toLowerCase()) ?? [];
  const size = floatSize(digits);
  return size === undefined ? undefined : floatValue(sign === '-' ? -size : size);
}

function floatSize(digits: string): number | undefined {
  if (digits === '.inf') return Infinity;
  if (digits === '.nan') return NaN;
  const parts = digits.split(':');
  if (!parts.every((part) => /^(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?$/.test(part))) return undefined;
  // From the last part on, as the release adds: another order may round to another number.
  return parts.reduceRight(
    (total, part, index) => total + Number(part) * 60 ** (parts.length - 1 - index),
    0,
  );
}

/** Whether the month has that day; the release fails to read `2024-02-30`. */
function isDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split(/[-Tt \t]/).map(Number);
  const date = new Date(Date.UTC(2000 + (year % 400), month - 1, day));
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
