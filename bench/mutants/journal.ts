import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { digestOf, type Mutant } from './mutant.ts';
import type { Trial } from './try-mutant.ts';

interface Line extends Trial {
  /** Digest of the cases that were asked. */
  readonly corpus: string;
  readonly mutant: string;
}

/** What became of mutants in this run and in those before it: one line of JSON each, the last one counts. */
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

  /** What was found out with the cases of today. */
  known(mutant: Mutant): Trial | undefined {
    const line = this.#last.get(digestOf(mutant));
    return line?.corpus === this.#corpus ? line : undefined;
  }

  /** Whether it was not caught when it was last tried, with whatever cases. */
  survived(mutant: Mutant): boolean {
    return this.#last.get(digestOf(mutant))?.kind === 'survived';
  }
}
