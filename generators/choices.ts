import type { Source } from './source.ts';

/** The decisions that made a value, as a tree: the numbers drawn in a span, and the spans within it. */
export interface Span {
  readonly kind: 'part' | 'item';
  readonly numbers: readonly number[];
  readonly spans: readonly Span[];
}

export const NO_CHOICES: Span = { kind: 'part', numbers: [], spans: [] };

/** Takes the decisions of a tree, and 0 where it has none. */
export class ReplaySource implements Source {
  readonly #open: { readonly span: Span; nextNumber: number; nextSpan: number }[];

  constructor(root: Span) {
    this.#open = [{ span: root, nextNumber: 0, nextSpan: 0 }];
  }

  below(bound: number): number {
    const at = topOf(this.#open);
    const number = at.span.numbers[at.nextNumber] ?? 0;
    at.nextNumber += 1;
    return Math.min(number, bound - 1);
  }

  enter(): void {
    const at = topOf(this.#open);
    this.#open.push({ span: at.span.spans[at.nextSpan] ?? NO_CHOICES, nextNumber: 0, nextSpan: 0 });
    at.nextSpan += 1;
  }

  leave(): void {
    this.#open.pop();
  }
}

/** Passes on the decisions of another source and records them. */
export class RecordingSource implements Source {
  readonly #source: Source;
  readonly #open: { readonly kind: Span['kind']; readonly numbers: number[]; readonly spans: Span[] }[] = [
    { kind: 'part', numbers: [], spans: [] },
  ];

  constructor(source: Source) {
    this.#source = source;
  }

  below(bound: number): number {
    const number = this.#source.below(bound);
    topOf(this.#open).numbers.push(number);
    return number;
  }

  enter(kind: Span['kind']): void {
    this.#source.enter(kind);
    this.#open.push({ kind, numbers: [], spans: [] });
  }

  leave(): void {
    this.#source.leave();
    const closed = topOf(this.#open);
    this.#open.pop();
    topOf(this.#open).spans.push(closed);
  }

  choices(): Span {
    return topOf(this.#open);
  }
}

function topOf<Open>(open: readonly Open[]): Open {
  const top = open.at(-1);
  if (top === undefined) throw new Error('a span was left more often than entered');
  return top;
}
