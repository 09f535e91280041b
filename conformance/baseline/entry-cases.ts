import type { TestCase } from '../case/case.ts';
import type { BaselineEntry } from './baseline-file.ts';
import { wildcard } from './wildcard.ts';

/** Finds the cases that an entry could be about. */
export class EntryCases {
  readonly #corpus: readonly TestCase[];
  readonly #byName = new Map<string, TestCase[]>();
  readonly #byRequirement = new Map<string, TestCase[]>();

  constructor(corpus: readonly TestCase[]) {
    this.#corpus = corpus;
    for (const test of corpus) {
      push(this.#byName, test.id, test);
      for (const id of new Set(test.requirements)) push(this.#byRequirement, id, test);
    }
  }

  of({ target: { kind, name } }: BaselineEntry): readonly TestCase[] {
    if (kind === 'requirement') return this.#byRequirement.get(name) ?? [];
    if (!name.includes('*')) return this.#byName.get(name) ?? [];
    const matches = wildcard(name);
    return this.#corpus.filter(({ id }) => matches(id));
  }
}

function push(lists: Map<string, TestCase[]>, name: string, test: TestCase): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [test]);
  else list.push(test);
}
