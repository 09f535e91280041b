import type { Span } from './choices.ts';

/**
 * The complexity of a tree of decisions: the number of decisions that are not the simplest one, and their distance
 * from it.
 */
export interface Weight {
  readonly count: number;
  readonly sum: number;
}

/** Weighs a tree. Decisions of 0 weigh nothing, so a tree weighs the same with and without them. */
export function weigh(span: Span): Weight {
  let count = 0;
  let sum = 0;
  for (const number of span.numbers) {
    if (number > 0) count += 1;
    sum += number;
  }
  for (const inner of span.spans) {
    const weight = weigh(inner);
    count += weight.count;
    sum += weight.sum;
  }
  return { count, sum };
}

export function isLighter(left: Weight, right: Weight): boolean {
  return left.count < right.count || (left.count === right.count && left.sum < right.sum);
}

/**
 * Generates trees that are simpler than this one, the boldest simplification first: a span emptied, all others
 * emptied, items removed, a number made smaller; and then the same within each span.
 */
export function* simplerChoices(root: Span): Generator<Span> {
  const heavy = heavySpans(root);
  for (const index of heavy) yield withSpan(root, index, emptied);
  if (heavy.length > 2) for (const index of heavy) yield onlySpan(root, index);
  yield* withoutItems(root);
  for (const index of heavy) {
    const inner = root.spans[index];
    if (inner === undefined) continue;
    for (const simpler of simplerChoices(inner)) yield withSpan(root, index, () => simpler);
  }
  yield* simplerNumbers(root);
}

/**
 * Removes items: half of a list, a quarter, and so on down to single items, because a long list would lose them one by
 * one in as many steps. An item is drawn in one list of spans and spelled in the next, so both lose the items at the
 * same places.
 */
function* withoutItems(root: Span): Generator<Span> {
  const { spans } = root;
  const most = Math.max(0, ...spans.map(countItems));
  for (let size = Math.max(1, most >> 1); size > 0; size >>= 1) {
    for (let place = 0; place < most; place += size) {
      yield {
        ...root,
        spans: spans.map((span) => (countItems(span) > place ? withoutItemsAt(span, place, size) : span)),
      };
    }
  }
}

function countItems({ spans }: Span): number {
  return spans.filter((span) => span.kind === 'item').length;
}

function withoutItemsAt(span: Span, place: number, size: number): Span {
  return { ...span, spans: span.spans.toSpliced(place, Math.min(size, countItems(span) - place)) };
}

/** Returns the positions of the spans that weigh something, the heaviest first. */
function heavySpans(root: Span): number[] {
  return root.spans
    .map((span, index) => ({ index, weight: weigh(span) }))
    .filter(({ weight }) => weight.count > 0)
    .sort((left, right) => right.weight.count - left.weight.count)
    .map(({ index }) => index);
}

function* simplerNumbers(root: Span): Generator<Span> {
  for (const [index, number] of root.numbers.entries()) {
    for (const smaller of smallerNumbers(number))
      yield { ...root, numbers: root.numbers.with(index, smaller) };
    // A number may have made the next number necessary, so both are removed.
    if (number > 0) yield { ...root, numbers: root.numbers.toSpliced(index, 2, 0) };
  }
}

/** Returns 0, and then numbers that approach the given one from below and from above in ever smaller steps. */
function smallerNumbers(number: number): Set<number> {
  const smaller = new Set<number>();
  if (number === 0) return smaller;
  smaller.add(0);
  for (let step = 1; step < number; step *= 2) smaller.add(step);
  for (let step = number >> 1; step > 0; step >>= 1) smaller.add(number - step);
  return smaller;
}

function withSpan(root: Span, index: number, change: (span: Span) => Span): Span {
  return { ...root, spans: root.spans.map((span, at) => (at === index ? change(span) : span)) };
}

function onlySpan(root: Span, index: number): Span {
  return { ...root, spans: root.spans.map((span, at) => (at === index ? span : emptied(span))) };
}

function emptied(span: Span): Span {
  return { ...span, numbers: [], spans: [] };
}
