import { Float } from '../document/float.ts';
import { Binary, Foreign } from '../document/foreign.ts';
import { scalarText } from '../document/scalar-text.ts';
import { YamlFault } from './fault.ts';
import type { Child } from './node.ts';

/** A key as the release sees it: keys that are equal there, such as 1 and true, have one identity. */
export interface Key {
  readonly identity: string;
  readonly name: string;
  readonly value: unknown;
  readonly isText: boolean;
}

/** Describes the value of `!!omap` and `!!pairs`. */
export const LIST_OF_PAIRS = 'a list of pairs';

/**
 * Returns the key that a node with this value makes.
 * yaml/keys: A key must be hashable; one that is no text reads as the text of its value.
 */
export function keyOf(value: unknown, { node, start }: Child): Key {
  if (!isHashable(value)) throw new YamlFault('yaml/keys', 'a key can be no list or mapping', start);
  const text = scalarText(value);
  const isText = text !== undefined;
  const name = text ?? (node.kind === 'scalar' ? node.text : '');
  return { identity: identityOf(value, name, isText), name, value, isText };
}

/**
 * yaml/keys: A key must be hashable; one that is no text reads as the text of its value.
 * Returns an identity: 1, 1.0 and true are one key; a text and a value that is written like that text are two.
 */
export function identityOf(value: unknown, name: string, isText: boolean): string {
  const number = value instanceof Float ? value.value : value;
  if (typeof number === 'number' || typeof number === 'boolean') return `number ${Number(number)}`;
  if (value instanceof Binary) return `binary ${name}`;
  return `${isText ? 'text' : 'other'} ${name}`;
}

function isHashable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (value instanceof Foreign) return value.what !== LIST_OF_PAIRS;
  return value instanceof Float || value instanceof Binary;
}
