import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { describe } from '../document/describe.ts';
import { Foreign } from '../document/foreign.ts';
import { isMapping } from '../document/is-mapping.ts';
import { scalarText } from '../document/scalar-text.ts';
import { inBase60, quoted, READ_AS_WRITTEN } from './notation.ts';

/** A refused value, and what is known of its place. */
export interface Refused {
  readonly requirement: RequirementId;
  readonly message: string;
  readonly value: unknown;
  /** The text of a scalar whose value is no text. */
  readonly written: string | undefined;
  /** True for the item of a list that stands where a mapping of names may stand too. */
  readonly isVariable: boolean;
}

/** Requirements that a list or a mapping breaks where text is expected. */
const EXPECTS_TEXT: ReadonlySet<RequirementId> = new Set<RequirementId>(['text/scalar-only', 'env/value']);

/**
 * Returns the message in terms of what is written, and says what to quote. YAML makes mappings of colons, dates of
 * digits with dashes, numbers of digits with colons, and booleans of words.
 */
export function messageAsWritten(refused: Refused): string {
  const { message, value, written } = refused;
  if (value instanceof Foreign) return message + adviceOnForeign(value, written);
  if (EXPECTS_TEXT.has(refused.requirement)) return message + adviceOnCollection(refused);
  if (written === undefined || READ_AS_WRITTEN.test(written)) return message;
  const shown = replaceWord(message, describe(value), written);
  if (inBase60(written))
    return `${shown}; without quotes, YAML reads it as a number in base 60: quote it, as ${quoted(written)}`;
  if (typeof value === 'boolean')
    return `${shown}; without quotes, YAML reads ${written} as ${String(value)}: quote it if it is meant as text`;
  return message;
}

function adviceOnForeign({ requirement }: Foreign, written: string | undefined): string {
  switch (requirement) {
    case 'yaml/timestamps':
      return written === undefined ? ': quote it' : `: quote it, as ${quoted(written)}`;
    case 'yaml/keys':
      return ': quote the key';
    case 'yaml/tags':
      return '';
    default:
      return requirement satisfies never;
  }
}

function adviceOnCollection({ value, isVariable }: Refused): string {
  if (Array.isArray(value)) return '; quote it if it is meant as text';
  if (!isMapping(value)) return '';
  const [first, ...others] = Object.entries(value);
  if (first === undefined) return '; quote it if it is meant as text';
  const [key, inner] = first;
  const text = inner === null ? '' : scalarText(inner);
  if (isVariable) {
    const example = others.length === 0 && text !== undefined ? `${key}=${text}` : 'NAME=value';
    return `: write \`${example}\`, or make a mapping of the list by leaving out the dashes`;
  }
  const example =
    others.length === 0 && text !== undefined ? `, as ${quoted(`${key}: ${text}`.trimEnd())}` : '';
  return `: a colon with a blank behind it makes a mapping; quote the whole${example}`;
}

/** Replaces a text where it stands alone. */
function replaceWord(message: string, from: string, to: string): string {
  const at = message.split(' ').indexOf(from);
  if (at < 0) return message;
  return message
    .split(' ')
    .map((word, index) => (index === at ? to : word))
    .join(' ');
}
