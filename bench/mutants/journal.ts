import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { digestOf, type Mutant } from './mutant.ts';
import type { Trial } from './try-mutant.ts';

interface Line extends Trial {
  /** The digest of the cases that were asked. */
  readonly corpus: string;
  readonly mutant: string;
}

/** The trials of this run and of earlier ones, one line of JSON each. The last line about a mutant counts. */
export class Journal {
  readonly #path: string;
  readonly #corpus: string;
  readonly #last = new Map<string, Line>();

  constructor(path: string, corpus: string) {
    this.#path = path;
    this.#corpus = corpus;
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path)) return;
    for (const text of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
      const line = JSON.parse(text) as Line;
      this.#last.set(line.mutant, line);
    }
  }

  add(mutant: Mutant, { kind, how }: Trial): void {
    const line: Line = { corpus: this.#corpus, mutant: digestOf(mutant), kind, how };
    this.#last.set(line.mutant, line);
    appendFileSync(this.#path, `${JSON.stringify(line)}\n`);
  }

  /** Returns the trial with the cases of today, if there was one. */
  known(mutant: Mutant): Trial | undefined {
    const line = this.#last.get(digestOf(mutant));
    return line?.corpus === this.#corpus ? line : undefined;
  }

  /** Returns whether the mutant was not caught in its last trial, with any cases. */
  survived(mutant: Mutant): boolean {
    return this.#last.get(digestOf(mutant))?.kind === 'survived';
  }
}
