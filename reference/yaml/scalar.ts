import { floatValue } from '../document/float.ts';
import { Foreign } from '../document/foreign.ts';
import { BLANKS } from '../document/numeral.ts';

/**
 * Patterns of plain scalars as the release reads them, which is YAML 1.1 with the resolver of PyYAML. Each pattern is
 * the whole rule: `y` and `n` are text, a float has a dot, and its exponent has a sign.
 */
// yaml/null: `~`, `null` and nothing at all are null.
const NULL = /^(?:~|null|Null|NULL|)$/;
// yaml/booleans: The plain words yes, no, on, off, true and false, in lower, title or upper case, are
//   booleans; y and n are text.
const BOOLEAN = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
// yaml/integers: Plain decimal, octal (012), hexadecimal (0x1F) and binary (0b11) numerals are integers;
//   underscores are dropped.
const INTEGER =
  /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
// yaml/floats: A plain number is a float only with a dot, and its exponent has a sign: `1e3` is text.
const FLOAT =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
// yaml/timestamps: A plain date is neither text nor number, so no field takes it.
const TIMESTAMP =
  /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9][0-9]?(?::[0-9][0-9])?))?)$/;

const TRUE = /^(?:yes|true|on)$/i;
const FALSE = /^(?:no|false|off)$/i;

/** The greatest number of digits that the release reads, or writes as text. */
const MOST_DIGITS = 4300;

/** The greatest number of parts in a base-60 float: with one more, the power of 60 is no binary64 number. */
const MOST_PARTS = 174;

/** The types of a plain scalar, by the tag that it resolves to. */
export type ScalarTag = 'null' | 'bool' | 'int' | 'float' | 'timestamp' | 'merge' | 'value' | 'str';

/**
 * The types that a plain scalar may have, by its first character and in the order of the release. All others are text.
 */
const RULES = new Map<string, readonly (readonly [ScalarTag, RegExp])[]>([
  ['', [['null', NULL]]],
  ['<', [['merge', /^<<$/]]],
  ['=', [['value', /^=$/]]],
  ...rulesOf('~', ['null', NULL]),
  ...rulesOf('nN', ['null', NULL], ['bool', BOOLEAN]),
  ...rulesOf('yYtTfFoO', ['bool', BOOLEAN]),
  ...rulesOf('-+', ['int', INTEGER], ['float', FLOAT]),
  ...rulesOf('.', ['float', FLOAT]),
  ...rulesOf('0123456789', ['int', INTEGER], ['float', FLOAT], ['timestamp', TIMESTAMP]),
]);

function rulesOf(starts: string, ...rules: readonly (readonly [ScalarTag, RegExp])[]) {
  return Array.from(starts, (start) => [start, rules] as const);
}

/** Returns the tag of a plain scalar. A text with a bare `!` may end in a line break, which is ignored. */
export function resolvePlain(text: string): ScalarTag {
  const rules = RULES.get(text.charAt(0));
  if (rules === undefined) return 'str';
  const look = text.length > 1 && text.endsWith('\n') ? text.slice(0, -1) : text;
  for (const [tag, pattern] of rules) if (pattern.test(look)) return tag;
  return 'str';
}

/** Returns the value of a scalar with a tag, or `undefined` if the tag doesn't fit the text (`!!int abc`). */
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
      return isDate(text) ? new Foreign('a date', 'yaml/timestamps') : undefined;
    case 'merge':
    case 'str':
      return text;
    case 'value':
      return undefined;
    default:
      return tag satisfies never;
  }
}

/** Matches integers that `Number` reads exactly and as the release does. */
const COMMON_INTEGER = /^(?:0|-?[1-9][0-9]{0,14})$/;

/**
 * Reads a decimal, octal, hexadecimal, binary or base-60 integer, without its underscores. It is a bigint beyond
 * ±(2^53−1).
 */
function integer(text: string): number | bigint | undefined {
  if (COMMON_INTEGER.test(text)) return Number(text);
  const { sign, digits } = signed(text);
  const size = digits.length > MOST_DIGITS ? undefined : magnitude(digits);
  if (size === undefined) return undefined;
  const value = sign === '-' ? -size : size;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function signed(text: string): { readonly sign: string; readonly digits: string } {
  const numeral = text.replaceAll('_', '');
  const sign = /^[-+]?/.exec(numeral)?.[0] ?? '';
  return { sign, digits: numeral.slice(sign.length) };
}

function magnitude(digits: string): bigint | undefined {
  if (digits.startsWith('0b')) return integerOf(digits.slice(2), 2);
  if (digits.startsWith('0x')) return integerOf(digits.slice(2), 16);
  if (digits.startsWith('0')) return integerOf(digits, 8);
  return digits.includes(':') ? base60(digits) : integerOf(digits, 10);
}

/** yaml/sexagesimal: Plain digits with colons are base-60 integers: `22:22` is 1342. */
function base60(digits: string): bigint | undefined {
  let total = 0n;
  for (const part of digits.split(':')) {
    const size = integerOf(part, 10);
    if (size === undefined) return undefined;
    total = total * 60n + size;
  }
  return total;
}

/** Patterns of the integers that Python reads in a base. They may have blanks around them, a sign and a prefix. */
const NUMERALS = {
  2: { prefix: '0b', pattern: new RegExp(`^${BLANKS}([-+]?)(?:0[bB])?([01]+)${BLANKS}$`) },
  8: { prefix: '0o', pattern: new RegExp(`^${BLANKS}([-+]?)(?:0[oO])?([0-7]+)${BLANKS}$`) },
  10: { prefix: '', pattern: new RegExp(`^${BLANKS}([-+]?)([0-9]+)${BLANKS}$`) },
  16: { prefix: '0x', pattern: new RegExp(`^${BLANKS}([-+]?)(?:0[xX])?([0-9a-fA-F]+)${BLANKS}$`) },
} as const;

function integerOf(text: string, base: keyof typeof NUMERALS): bigint | undefined {
  const { prefix, pattern } = NUMERALS[base];
  const [, sign, digits] = pattern.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const size = BigInt(prefix + digits);
  return sign === '-' ? -size : size;
}

function float(text: string): unknown {
  const { sign, digits } = signed(text.toLowerCase());
  const size = floatSize(digits);
  return size === undefined ? undefined : floatValue(sign === '-' ? -size : size);
}

function floatSize(digits: string): number | undefined {
  if (digits === '.inf') return Infinity;
  if (digits === '.nan') return NaN;
  const parts = digits.split(':');
  if (parts.length > MOST_PARTS) return undefined;
  // The sum starts with the last part, as in the release. Another order may round to another number.
  let total = 0;
  for (const [power, part] of parts.reverse().entries()) {
    const size = floatOf(part);
    if (size === undefined) return undefined;
    total += power === 0 ? size : size * Number(60n ** BigInt(power));
  }
  return total;
}

const DECIMAL = new RegExp(`^${BLANKS}([-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:e[-+]?[0-9]+)?)${BLANKS}$`);
const UNBOUNDED = new RegExp(`^${BLANKS}([-+]?)(?:(inf|infinity)|nan)${BLANKS}$`);

/** Reads a lower-case float as Python does, which may have blanks around it. */
function floatOf(text: string): number | undefined {
  const digits = DECIMAL.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  const [whole, sign, infinity] = UNBOUNDED.exec(text) ?? [];
  if (whole === undefined) return undefined;
  if (infinity === undefined) return NaN;
  return sign === '-' ? -Infinity : Infinity;
}

const DATE =
  /^([0-9]{4})-([0-9][0-9]?)-([0-9][0-9]?)(?:(?:[Tt]|[ \t]+)([0-9][0-9]?):([0-9]{2}):([0-9]{2})(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+]([0-9][0-9]?)(?::([0-9]{2}))?))?)?\n?$/;

/** Returns whether this day and time exist. The release fails to read `2024-02-30`. */
function isDate(text: string): boolean {
  const found = DATE.exec(text);
  if (found === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = found
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const date = new Date(Date.UTC(2000 + (year % 400), month - 1, day));
  const isDay = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay && hour < 24 && minute < 60 && second < 60 && zoneHour * 60 + zoneMinute < 24 * 60;
}
