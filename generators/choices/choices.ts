import type { Source } from './source.ts';

/** The decisions that made a value, as a tree: the numbers drawn in a span, and the spans within it. */
export interface Span {
  readonly kind: 'part' | 'item';
  readonly name?: string;
  readonly numbers: readonly number[];
  readonly spans: readonly Span[];
}

export const NO_CHOICES: Span = { kind: 'part', numbers: [], spans: [] };

/** Replays the decisions of a tree, and takes 0 where it has none. */
export class ReplaySource implements Source {
  readonly #open: OpenSpan[];

  constructor(root: Span) {
    this.#open = [new OpenSpan(root)];
  }

  below(bound: number): number {
    const at = topOf(this.#open);
    const number = at.span.numbers[at.nextNumber] ?? 0;
    at.nextNumber += 1;
    return Math.min(number, bound - 1);
  }

  enter(_kind: Span['kind'], name?: string): void {
    this.#open.push(new OpenSpan(topOf(this.#open).next(name) ?? NO_CHOICES));
  }

  leave(): void {
    this.#open.pop();
  }
}

/** A span that is being replayed. */
class OpenSpan {
  readonly span: Span;
  nextNumber = 0;
  /** The number of spans that were entered in their order. As a rule, all are. */
  #inOrder = 0;
  /**
   * After another order was taken: the spans within it that were not entered yet, by name, the next one last; those
   * without one share the name undefined.
   */
  #left: Map<string | undefined, Span[]> | undefined;

  constructor(span: Span) {
    this.span = span;
  }

  /** Returns the next inner span with this name, or with none. Returns undefined if no such span is left. */
  next(name: string | undefined): Span | undefined {
    const next = this.span.spans[this.#inOrder];
    if (this.#left === undefined && (next === undefined || next.name === name)) {
      this.#inOrder += 1;
      return next;
    }
    this.#left ??= lastFirst(this.span.spans.slice(this.#inOrder));
    return this.#left.get(name)?.pop();
  }
}

/** Spans by name; those of one name in reverse order. */
function lastFirst(spans: readonly Span[]): Map<string | undefined, Span[]> {
  const byName = new Map<string | undefined, Span[]>();
  for (const span of spans.toReversed()) {
    const same = byName.get(span.name);
    if (same === undefined) byName.set(span.name, [span]);
    else same.push(span);
  }
  return byName;
}

/** Passes on the decisions of another source and records them. */
export class RecordingSource implements Source {
  readonly #source: Source;
  readonly #open: RecordedSpan[] = [{ kind: 'part', numbers: [], spans: [] }];

  constructor(source: Source) {
    this.#source = source;
  }

  below(bound: number): number {
    const number = this.#source.below(bound);
    topOf(this.#open).numbers.push(number);
    return number;
  }

  enter(kind: Span['kind'], name?: string): void {
    this.#source.enter(kind, name);
    // Written out, because spreading a part costs more than all else here.
    this.#open.push(
      name === undefined ? { kind, numbers: [], spans: [] } : { kind, name, numbers: [], spans: [] },
    );
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

interface RecordedSpan extends Span {
  readonly numbers: number[];
  readonly spans: Span[];
}

function topOf<Open>(open: readonly Open[]): Open {
  const top = open.at(-1);
  if (top === undefined) throw new Error('a span was left more often than entered');
  return top;
}
