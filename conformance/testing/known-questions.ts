import type { InputKind } from '../../spec/generated/protocol.ts';
import type { GeneratedTest } from '../case/generated-cases.ts';
import { EDITION } from './edition.ts';
import { questionsOf } from '../fuzz/questions.ts';
import { defectOf, describeDefect } from '../soundness/suite-defect.ts';

/**
 * The questions of fuzz runs with one seed. Tests that ask hundreds of implementations the same questions share them:
 * each question is made once, when it is first asked, and checked then.
 */
export class KnownQuestions {
  readonly #seed: number;
  readonly #streams = new Map<string, Stream>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Returns the questions with these kinds of input, without end, from the first one. */
  *of(inputs: readonly InputKind[]): Generator<GeneratedTest, undefined> {
    const { made, source } = this.#stream(inputs);
    for (let index = 0; ; index += 1) {
      const known = made[index] ?? nextSound(source);
      made[index] = known;
      yield known;
    }
  }

  #stream(inputs: readonly InputKind[]): Stream {
    const key = inputs.join();
    const known = this.#streams.get(key) ?? {
      made: [],
      source: questionsOf({ edition: EDITION, seed: this.#seed }, inputs),
    };
    this.#streams.set(key, known);
    return known;
  }
}

interface Stream {
  readonly made: GeneratedTest[];
  readonly source: Iterator<GeneratedTest, undefined>;
}

function nextSound(source: Iterator<GeneratedTest, undefined>): GeneratedTest {
  const { value } = source.next();
  if (value === undefined) throw new Error('the questions came to an end');
  const defect = defectOf(value);
  if (defect !== undefined) throw new Error(describeDefect(defect));
  return value;
}
