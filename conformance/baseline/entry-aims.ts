import type { BaselineEntry } from './baseline-file.ts';
import { wildcard } from './wildcard.ts';

/** The parts of a case that entries can name. */
interface Aim {
  readonly id: string;
  readonly requirements: readonly string[];
}

/** Finds the entries that could be about a case, whatever outcome they name. */
export class EntryAims {
  readonly #byName = new Map<string, BaselineEntry[]>();
  readonly #byRequirement = new Map<string, BaselineEntry[]>();
  readonly #patterns: { readonly entry: BaselineEntry; readonly matches: (name: string) => boolean }[] = [];

  constructor(entries: readonly BaselineEntry[]) {
    for (const entry of entries) {
      const { kind, name } = entry.target;
      if (kind === 'requirement') push(this.#byRequirement, name, entry);
      else if (name.includes('*')) this.#patterns.push({ entry, matches: wildcard(name) });
      else push(this.#byName, name, entry);
    }
  }

  of({ id, requirements }: Aim): BaselineEntry[] {
    const found = [...(this.#byName.get(id) ?? [])];
    if (this.#byRequirement.size > 0)
      for (const requirement of new Set(requirements))
        found.push(...(this.#byRequirement.get(requirement) ?? []));
    for (const { entry, matches } of this.#patterns) if (matches(id)) found.push(entry);
    return found;
  }
}

function push(lists: Map<string, BaselineEntry[]>, name: string, entry: BaselineEntry): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [entry]);
  else list.push(entry);
}
