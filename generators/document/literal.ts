import { Float } from '../../reference/document/float.ts';
import { boolean, float, integer, knownText, list, mapping, NULL, raw, type Node } from './node.ts';

/** A value as it is written in TypeScript. A number with a fraction is a float, and `new Float(2)` is the float 2.0. */
export type Literal =
  string | number | boolean | null | Float | Yaml | readonly Literal[] | { readonly [key: string]: Literal };

/** YAML text for a value that JSON can't write. */
export class Yaml {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Returns the node of a value that many documents hold. */
export function nodeOf(literal: Literal): Node {
  switch (typeof literal) {
    case 'string':
      return knownText(literal);
    case 'number':
      return Number.isInteger(literal) ? integer(literal) : float(literal);
    case 'boolean':
      return boolean(literal);
    default:
      return literal === null ? NULL : nodeOfObject(literal);
  }
}

function nodeOfObject(literal: Exclude<Literal, string | number | boolean | null>): Node {
  if (literal instanceof Float) return float(literal.value);
  if (literal instanceof Yaml) return raw(literal.text);
  if (isList(literal)) return list(literal.map(nodeOf));
  return mapping(Object.keys(literal).map(knownText), Object.values(literal).map(nodeOf));
}

function isList(literal: object): literal is readonly Literal[] {
  return Array.isArray(literal);
}
