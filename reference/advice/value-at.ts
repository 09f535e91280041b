import { YamlSet } from '../document/foreign.ts';
import { steps } from '../document/pointer.ts';

/** Returns the value at a JSON Pointer, or `undefined`. The items of a YAML set count as those of a list. */
export function valueAt(document: unknown, pointer: string): unknown {
  let at = document;
  for (const key of steps(pointer)) {
    const holder: unknown = at instanceof YamlSet ? at.items : at;
    if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return undefined;
    at = Reflect.get(holder, key);
  }
  return at;
}
