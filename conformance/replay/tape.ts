import type { Input } from '../case/case.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { normalizeRequest, resultAnswer } from '../protocol/protocol.ts';

/** A question and its right answer, as the JSON text of the result. */
export interface Answered {
  /** The id of the case. */
  readonly id: string;
  readonly input: Input;
  readonly json: string;
}

/** A piece of a tape: questions and their right answers as bytes, one line after the other, with ids that count up. */
export interface Tape {
  /** The ids of the cases. */
  readonly cases: readonly string[];
  readonly questions: Lines;
  readonly answers: Lines;
}

export interface Lines {
  readonly bytes: Buffer;
  /**
   * The end of each line, including its newline. The first entry is 0, so line n runs from `ends[n - 1]` to `ends[n]`.
   */
  readonly ends: readonly number[];
}

/** A tape is made in pieces of this many cases, because that of a long run would not fit into memory. */
const PIECE = 8192;

/** Makes a tape, piece by piece. */
export function* tapeOf(answered: Iterable<Answered>): Generator<Tape, undefined> {
  let piece: Answered[] = [];
  let first = 1;
  for (const each of answered) {
    piece.push(each);
    if (piece.length < PIECE) continue;
    yield pieceOf(piece, first);
    first += piece.length;
    piece = [];
  }
  if (piece.length > 0) yield pieceOf(piece, first);
}

/** Returns the exact answer of a passed case, which was found right. Returns undefined for any other result. */
export function answeredIn({ test, outcome, received }: CaseResult): Answered | undefined {
  const { id, input, expected } = test;
  if (outcome.kind !== 'pass') return undefined;
  if (received.kind === 'result') return { id, input, json: received.json };
  return received.kind === 'same' && expected.kind === 'accepted'
    ? { id, input, json: `{"accepted":${expected.normal}}` }
    : undefined;
}

function pieceOf(answered: readonly Answered[], first: number): Tape {
  return {
    cases: answered.map(({ id }) => id),
    questions: linesOf(answered.map(({ input }, index) => normalizeRequest(first + index, input))),
    answers: linesOf(answered.map(({ json }, index) => resultAnswer(first + index, json))),
  };
}

function linesOf(lines: readonly string[]): Lines {
  const ends = [0];
  let end = 0;
  for (const line of lines) {
    end += Buffer.byteLength(line);
    ends.push(end);
  }
  return { bytes: Buffer.from(lines.join('')), ends };
}
