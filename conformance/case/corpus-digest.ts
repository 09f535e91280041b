import { createHash } from 'node:crypto';
import { contentDigest, type TestCase } from './case.ts';

/** Text is handed to the hash in pieces of at least this many characters, because each call costs more than a case. */
const PIECE = 65_536;
/** The number of characters of a digest and its newline. */
const LINE = 65;

/** The digest that a certificate names: `sha256:…` over all inputs and expectations, in order. */
export class CorpusDigest {
  readonly #hash = createHash('sha256');
  #counted = '';
  #waiting = '';
  #waitingCases = 0;
  #cases = 0;

  /** Adds a case. It counts once `count` is called. */
  add(test: TestCase): void {
    this.#waiting += `${test.digest ?? contentDigest(test)}\n`;
    this.#waitingCases += 1;
  }

  /** Counts all cases so far. */
  count(): void {
    this.#cases += this.#waitingCases;
    this.#counted += this.#waiting;
    this.#waitingCases = 0;
    this.#waiting = '';
    if (this.#counted.length < PIECE) return;
    this.#hash.update(this.#counted);
    this.#counted = '';
  }

  /** Returns the number and the digest of the cases, up to this many. Those that count already always belong to them. */
  finish(most = Infinity): { readonly cases: number; readonly digest: string } {
    const more = Math.max(0, Math.min(this.#waitingCases, most - this.#cases));
    const text = this.#counted + this.#waiting.slice(0, more * LINE);
    return { cases: this.#cases + more, digest: `sha256:${this.#hash.update(text).digest('hex')}` };
  }
}

/** Returns the digest of these cases. */
export function corpusDigest(cases: Iterable<TestCase>): string {
  const digest = new CorpusDigest();
  for (const test of cases) {
    digest.add(test);
    digest.count();
  }
  return digest.finish().digest;
}
