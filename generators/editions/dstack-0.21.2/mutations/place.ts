import { shuffled } from '../../../choices/choose.ts';
import { knownText, list, mapping, type Node, type TextNode } from '../../../document/node.ts';
import type { FieldPath } from '../../../choices/offer.ts';
import type { Pen } from '../../../choices/pen.ts';
import { Entries } from '../../../document/entries.ts';
import { drawResources } from '../fields/resources.ts';
import type { TaskFrame } from '../fields/task.ts';

/** A place for a value in a document, beside right values. */
export interface Place extends TaskFrame {
  readonly needs: readonly FieldPath[];
  /** Writes the value and its surroundings, and returns its place (a JSON Pointer). */
  readonly put: (node: Node, entries: Entries, pen: Pen) => string;
}

/** Returns the requests of a place about the task around it. */
export function frameOf({ claims, image, needs }: Place): Omit<Place, 'put'> {
  return { claims, image, needs };
}

/** The place of a task's field. */
export function fieldPlace(field: string, image: TaskFrame['image'] = 'any'): Place {
  const key = knownText(field);
  return {
    claims: [field],
    image,
    needs: [[field], ...(image === 'given' ? [['image']] : [])],
    put: (node, entries) => {
      entries.add(key, node);
      return `/${field}`;
    },
  };
}

/** The place of an item in a field that is a list, beside good items. */
export function itemPlace(field: string, good: (pen: Pen) => Node): Place {
  const key = knownText(field);
  return {
    claims: [field],
    image: 'any',
    needs: [[field]],
    put: (node, entries, pen) => {
      const before = goodItems(good, pen);
      const after = goodItems(good, pen);
      entries.add(key, list([...before, node, ...after]));
      return `/${field}/${before.length}`;
    },
  };
}

const RESOURCES = knownText('resources');

/** The place of a field of `resources`. */
export function leafPlace(leaf: string): Place {
  const key = knownText(leaf);
  return {
    claims: ['resources'],
    image: 'any',
    needs: [['resources', leaf]],
    put: (node, entries, pen) => {
      const resources = new Entries();
      drawResources(resources, pen, { allowsOwnDrivers: false, allowsArm: false, claimed: leaf });
      resources.add(key, node);
      entries.add(RESOURCES, resources.toNode());
      return `/resources/${leaf}`;
    },
  };
}

/** The place under a key of a mapping that stands in another place, beside these entries. */
export function entryPlace(place: Place, name: string, others: Readonly<Record<string, Node>> = {}): Place {
  const key = knownText(name);
  const keys = Object.keys(others).map(knownText);
  const values = Object.values(others);
  return {
    ...place,
    put: (node, entries, pen) =>
      `${place.put(withEntry(keys, values, key, node, pen), entries, pen)}/${pointerPart(name)}`,
  };
}

/** The place of the only item in a list that stands in another place. */
export function onlyItemPlace(place: Place): Place {
  return { ...place, put: (node, entries, pen) => `${place.put(list([node]), entries, pen)}/0` };
}

/** Returns a mapping with one more entry, behind all others or anywhere. */
export function withEntry(
  keys: readonly TextNode[],
  values: readonly Node[],
  key: TextNode,
  value: Node,
  pen: Pen,
): Node {
  const order = [...keys.keys(), keys.length];
  const shown = order.length > 1 && pen.source.below(3) === 2 ? shuffled(pen.source, order) : order;
  return mapping(
    shown.map((index) => keys[index] ?? key),
    shown.map((index) => values[index] ?? value),
  );
}

/** Escapes a name as a part of a JSON Pointer. */
export function pointerPart(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function goodItems(good: (pen: Pen) => Node, pen: Pen): Node[] {
  const { source } = pen;
  const items: Node[] = [];
  for (;;) {
    source.enter('item');
    const ends = source.below(2) === 0;
    if (!ends) items.push(good(pen));
    source.leave();
    if (ends) return items;
  }
}
