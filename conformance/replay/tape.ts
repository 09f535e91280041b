import type { TestCase } from '../case/case.ts';
import type { CaseResult, Received } from '../judge/outcome.ts';
import { normalizeRequest, resultAnswer } from '../protocol/protocol.ts';

/** Cases with their questions and their right answers as bytes, one line after the other, with the ids 1, 2, 3, … */
export interface Tape {
  readonly cases: readonly TestCase[];
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

/** Returns a tape of the passed cases, with their exact answers, which were found right. */
export function tapeOf(results: readonly CaseResult[]): Tape {
  const passed = results.flatMap((result) => {
    const json = result.outcome.kind === 'pass' ? answerOf(result.test, result.received) : undefined;
    return json === undefined ? [] : [{ test: result.test, json }];
  });
  return {
    cases: passed.map(({ test }) => test),
    questions: linesOf(passed.map(({ test }, index) => normalizeRequest(index + 1, test.input))),
    answers: linesOf(passed.map(({ json }, index) => resultAnswer(index + 1, json))),
  };
}

function answerOf({ expected }: TestCase, received: Received): string | undefined {
  if (received.kind === 'result') return received.json;
  return received.kind === 'same' && expected.kind === 'accepted'
    ? `{"accepted":${expected.normal}}`
    : undefined;
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
