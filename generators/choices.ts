import type { Source } from './source.ts';

/** The decisions that made a value, as a tree: the numbers drawn in a span, and the spans within it. */
export interface Span {
  readonly kind: 'part' | 'item';
  readonly numbers: readonly number[];
  readonly spans: readonly Span[];
}

export const NO_CHOICES: Span = { kind: 'part', numbers: [], spans: [] };

interface OpenSpan {
  readonly kind: 'part' | 'item';
  readonly given: Span;
  readonly numbers: number[];
  readonly spans: Span[];
  nextSpan: number;
}

/** Takes the decisions of a tree, 0 where it has none, and records those that were asked for. */
export class ReplaySource implements Source {
  readonly #open: OpenSpan[];

  constructor(root: Span) {
    this.#open = [opened(root, 'part')];
  }

  below(bound: number): number {
    const span = this.#top();
    const number = Math.min(span.given.numbers[span.numbers.length] ?? 0, bound - 1);
    span.numbers.push(number);
    return number;
  }

  enter(kind: 'part' | 'item'): void {
    const span = this.#top();
    this.#open.push(opened(span.given.spans[span.nextSpan] ?? NO_CHOICES, kind));
    span.nextSpan += 1;
  }

  leave(): void {
    const closed = closeSpan(this.#top());
    this.#open.pop();
    this.#top().spans.push(closed);
  }

  /** The decisions that were really taken. */
  choices(): Span {
    return closeSpan(this.#top());
  }

  #top(): OpenSpan {
    return topOf(this.#open);
  }
}

/** Passes on the decisions of another source and records them. */
export class RecordingSource implements Source {
  readonly #source: Source;
  readonly #open: OpenSpan[] = [opened(NO_CHOICES, 'part')];

  constructor(source: Source) {
    this.#source = source;
  }

  below(bound: number): number {
    const number = this.#source.below(bound);
    topOf(this.#open).numbers.push(number);
    return number;
  }

  enter(kind: 'part' | 'item'): void {
    this.#source.enter(kind);
    this.#open.push(opened(NO_CHOICES, kind));
  }

  leave(): void {
    this.#source.leave();
    const closed = closeSpan(topOf(this.#open));
    this.#open.pop();
    topOf(this.#open).spans.push(closed);
  }

  choices(): Span {
    return closeSpan(topOf(this.#open));
  }
}

function opened(given: Span, kind: 'part' | 'item'): OpenSpan {
  return { kind, given, numbers: [], spans: [], nextSpan: 0 };
}

function closeSpan({ kind, numbers, spans }: OpenSpan): Span {
  return { kind, numbers, spans };
}

function topOf(open: readonly OpenSpan[]): OpenSpan {
  const top = open.at(-1);
  if (top === undefined) throw new Error('a span was left more often than entered');
  return top;
}
