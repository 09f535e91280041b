import { Foreign, Homonyms } from '../document/foreign.ts';
import { scalarText } from '../document/scalar-text.ts';
import { identityOf, type Key } from './key.ts';

interface KeyedValue {
  readonly key: Key;
  value: unknown;
}

/** The values of a mapping in which some keys are not text, in the order in which their keys came first. */
export class KeyedValues {
  readonly #values = new Map<string, KeyedValue>();

  /** Starts with entries whose keys are text. */
  constructor(entries: Readonly<Record<string, unknown>>) {
    for (const [name, value] of Object.entries(entries)) {
      const key: Key = { identity: identityOf(name, name, true), name, value: name, isText: true };
      this.#values.set(key.identity, { key, value });
    }
  }

  /** Returns the first key that is equal to this one, which is this key if no earlier one is. */
  firstOf(key: Key): Key {
    return this.#values.get(key.identity)?.key ?? key;
  }

  set(key: Key, value: unknown): void {
    const known = this.#values.get(key.identity);
    if (known === undefined) this.#values.set(key.identity, { key, value });
    else known.value = value;
  }

  /**
   * yaml/keys: A key must be hashable; one that is no text reads as the text of its value.
   * Returns the values by the texts of their keys.
   */
  byName(): ReadonlyMap<string, unknown> {
    const alike = new Map<string, KeyedValue[]>();
    for (const each of this.#values.values()) {
      const known = alike.get(each.key.name);
      if (known === undefined) alike.set(each.key.name, [each]);
      else known.push(each);
    }
    return new Map([...alike].map(([name, values]) => [name, valueOf(values)]));
  }
}

/** Returns the value of keys that read as one text: the last one if each of the others is valid as any text is. */
function valueOf(alike: readonly KeyedValue[]): unknown {
  if (alike.some(({ key }) => !key.isText)) return new Foreign('a value whose key is no text', 'yaml/keys');
  const values = alike.map(({ value }) => value);
  const isAnyText = values.slice(0, -1).every((value) => scalarText(value) !== undefined);
  return isAnyText ? values.at(-1) : new Homonyms(values);
}
