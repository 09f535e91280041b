import { describe } from '../document/describe.ts';
import { Foreign } from '../document/foreign.ts';
import { isMapping } from '../document/is-mapping.ts';
import { refuseForeign, reject, Rejection, under, type Violation } from '../document/violation.ts';
import type { Tracer } from '../fields/origin.ts';
import { objectOf, sortByName } from './by-name.ts';

interface Tag {
  readonly name: string;
  readonly value: string;
}

/** tags/line-break: One line break at the end of a key or of a value is accepted, and stays. */
const KEY = /^[A-Za-z0-9_-]{1,60}\n?$/;
const VALUE = /^[A-Za-z0-9 .:/=_\-+@]{0,256}\n?$/;

/**
 * Reads tags, sorted by key.
 * tags/mapping: `tags` is a mapping.
 */
export function readTags(value: unknown, trace?: Tracer): Record<string, string> | Rejection {
  if (!isMapping(value)) return reject('tags/mapping', `expected a mapping of tags, not ${describe(value)}`);
  const tags: Tag[] = [];
  const violations: Violation[] = [];
  for (const name of Object.keys(value)) {
    const text = readTag(name, value[name]);
    if (text instanceof Rejection) for (const each of under(text, name)) violations.push(each);
    else tags.push({ name, value: text });
  }
  if (violations.length > 0) return new Rejection(violations);
  sortByName(tags);
  if (trace !== undefined) traceTags(tags, trace);
  return objectOf(tags);
}

/**
 * tags/key: A key has 1 to 60 letters, digits, dashes and underscores.
 * tags/value: A value has at most 256 letters, digits, spaces and characters of `.:/=_-+@`.
 * tags/text: A value is text.
 */
function readTag(key: string, value: unknown): string | Rejection {
  if (!KEY.test(key)) return reject('tags/key', `${describe(key)} can't be the key of a tag`);
  if (value instanceof Foreign) return refuseForeign(value);
  if (typeof value !== 'string')
    return reject('tags/text', `expected text, not ${describe(value)}: quote it`);
  return VALUE.test(value) ? value : reject('tags/value', `${describe(value)} can't be the value of a tag`);
}

function traceTags(tags: readonly Tag[], trace: Tracer): void {
  for (const { name, value } of tags) {
    trace.enter(name);
    trace.rule('tags/key');
    trace.rule('tags/value');
    if (name.endsWith('\n') || value.endsWith('\n')) trace.rule('tags/line-break');
    trace.leave();
  }
}
