import { expect } from 'vitest';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { NormalGpu } from '../../spec/values.ts';
import type { Verdict } from '../interpret.ts';
import { Tracer } from '../fields/origin.ts';
import type { Reading } from '../document/reading.ts';
import { Rejection } from '../document/violation.ts';

/** One GPU, whichever it is. */
export const ANY_GPU: NormalGpu = {
  vendor: null,
  name: null,
  count: '1',
  memory: null,
  total_memory: null,
  compute_capability: null,
};

/** A requirement that an input breaks and, where it is not the input as a whole, the place: `ports/range /0`. */
export type Broken = RequirementId | `${RequirementId} /${string}`;

/** A field's reader, the interpreter, or a reader of texts. */
type Read<Input> = (input: Input, trace?: Tracer) => unknown;

/** `read` takes the input, and makes `expected` of it. */
export function expectAccepted<Input>(read: Read<Input>, input: Input, expected: unknown): void {
  expect(outcome(read, input)).toStrictEqual({ accepted: expected });
}

/** `read` refuses the input for breaking just these, in any order. */
export function expectRejected<Input>(read: Read<Input>, input: Input, ...broken: readonly Broken[]): void {
  expect(outcome(read, input)).toStrictEqual({ rejected: [...broken].sort() });
}

/** Returns the result of `read` for an input, and checks that noting origins does not change it. */
function outcome<Input>(read: Read<Input>, input: Input): unknown {
  const plain = outcomeOf(read(input));
  expect(outcomeOf(read(input, new Tracer()))).toStrictEqual(plain);
  return plain;
}

function outcomeOf(result: unknown): unknown {
  if (result instanceof Rejection) return rejected(result);
  if (!isVerdictOrReading(result)) return { accepted: result };
  switch (result.kind) {
    case 'accepted':
      return { accepted: result.normal };
    case 'read':
      return { accepted: result.document };
    default:
      return rejected(result);
  }
}

function rejected({ violations }: Pick<Rejection, 'violations'>): { readonly rejected: readonly string[] } {
  const broken = violations.map(({ requirement, path }) => requirement + (path === '' ? '' : ` ${path}`));
  return { rejected: broken.sort() };
}

function isVerdictOrReading(result: unknown): result is Verdict | Reading {
  return typeof result === 'object' && result !== null && 'kind' in result;
}
