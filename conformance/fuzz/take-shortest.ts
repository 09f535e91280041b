import type { CaseResult } from '../judge/outcome.ts';

/** Takes out the item with the shortest document, because shrinking a long one takes many questions. */
export function takeShortest<Item extends { readonly result: CaseResult }>(
  waiting: Item[],
): Item | undefined {
  let shortest = 0;
  let length = Infinity;
  for (const [index, { result }] of waiting.entries()) {
    if (result.test.input.text.length >= length) continue;
    shortest = index;
    length = result.test.input.text.length;
  }
  return waiting.splice(shortest, 1)[0];
}
