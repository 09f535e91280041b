import type { Pen } from '../../choices/pen.ts';
import { knownText, type TextNode } from '../node.ts';
import { twinOf, type Twin } from '../twin.ts';
import type { Coercion } from '../../coercion/coercion.ts';
import { anyScalar, anyText, plainText, type Place } from './scalar.ts';
import type { Writer } from './writer.ts';

/**
 * yaml/merge-keys: `<<` merges mappings; the keys written beside it win.
 * This key merges only if it is plain.
 */
export const MERGE = knownText('<<');

/** Writes a key on one line. Only names of variables have twins, so only they can become keys of another type. */
export function keyText(key: TextNode, place: Place, { pen, style }: Writer): string {
  if (key === MERGE || !style.varied) return plainKey(key, place, pen);
  const twin = pen.source.below(4) > 0 ? twinOfKey(key, pen.coercion) : undefined;
  if (twin === undefined)
    return pen.source.below(6) === 5 ? anyText(key, place, pen) : plainText(key, place, pen);
  pen.note('yaml/keys');
  return anyScalar(twin.node, place, pen);
}

/** Writes a key without quotes where that is safe. */
export function plainKey(key: TextNode, place: Place, pen: Pen): string {
  return key === MERGE ? '<<' : plainText(key, place, pen);
}

/** Returns another scalar that reads as this key, unless only keys that are text are in scope. */
function twinOfKey(key: TextNode, coercion: Coercion): Twin | undefined {
  return coercion.takesOtherKeys ? twinOf(key.value, coercion) : undefined;
}
