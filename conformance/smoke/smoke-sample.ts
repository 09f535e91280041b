import { documentJson } from '../../reference/document/document-json.ts';
import { steps } from '../../reference/document/pointer.ts';
import { readYaml } from '../../reference/yaml/yaml.ts';
import { exampleCases } from '../case/example-cases.ts';
import { ROOT_REQUIREMENT } from '../../spec/generated/attributes.ts';
import type { Edition } from '../edition.ts';
import { readAnswer } from '../protocol/answer.ts';
import type { Expected, TestCase } from '../case/case.ts';
import { judge } from '../judge/judge.ts';
import { readMessages } from '../protocol/message.ts';
import type { Difference, Fail } from '../judge/outcome.ts';
import type { Answer } from '../protocol/protocol.ts';

/**
 * The verdict on one answer, with plain advice. `advice` means that the answer works but could be better, and `open` that
 * it keeps the protocol and is not right.
 */
export interface Verdict {
  readonly result: 'good' | 'advice' | 'open' | 'bad';
  readonly advice?: string;
}

/** A question in both kinds of input, whose right answer is beyond doubt. */
export interface Sample {
  readonly edition: Edition;
  readonly json: string;
  readonly yaml: string;
  readonly expected: Expected;
}

export interface Samples {
  readonly valid: Sample;
  readonly invalid: Sample;
}

/** Returns the smallest document of an edition, and one that it refuses. */
export function samplesOf(edition: Edition): Samples {
  const { document, normal } = edition.spec.minimal;
  return {
    valid: sampleOf(edition, document, { kind: 'accepted', normal: edition.language.stringify(normal) }),
    invalid: refusedSample(edition),
  };
}

/** Returns a document that is refused: the smallest one with an addition, or an example of a declared field. */
function refusedSample(edition: Edition): Sample {
  const { offer } = edition.grammar;
  const { document, refused } = edition.spec.minimal;
  const { requirement, path } = refused;
  if (offer === undefined || offer.has(steps(path)))
    return sampleOf(edition, `${document}${refused.yaml}\n`, {
      kind: 'rejected',
      violations: [{ requirement, path }],
    });
  const examples = exampleCases(edition).filter(
    ({ input, expected }) => input.kind === 'json' && expected.kind === 'rejected',
  );
  const own = examples.find(
    ({ expected }) => offer.has(steps(placeOf(expected))) && placeOf(expected) !== '',
  );
  const { input, expected } = own ?? examples[0] ?? neverAsked(edition);
  return sampleOf(edition, input.text, expected);
}

function neverAsked({ id }: Edition): never {
  throw new Error(`${id}: nothing is refused whatever is declared`);
}

function sampleOf(edition: Edition, yaml: string, expected: Expected): Sample {
  const reading = readYaml(yaml);
  const json = reading.kind === 'read' ? documentJson(reading.document) : undefined;
  if (json === undefined) throw new Error(`${edition.id}: JSON can't say the smallest document`);
  return { edition, json, yaml, expected };
}

/** Checks a line against the open questions, and closes the question that it answers. */
export function checkAnswer(bytes: string, open: Map<number, Sample>): Verdict {
  const [message, ...others] = readMessages(bytes);
  if (message === undefined || message.kind === 'fault') {
    return { result: 'bad', advice: message?.fault.message ?? 'an empty line' };
  }
  if (others.length > 0)
    return { result: 'bad', advice: 'two messages are on one line: end each with a newline' };
  const sample = open.get(message.id);
  if (sample === undefined) {
    return {
      result: 'bad',
      advice: `it answers id ${message.id}, and was asked ${[...open.keys()].join(', ')}`,
    };
  }
  open.delete(message.id);
  const answer = readAnswer(message.result, message.json, sample.edition.answers);
  return 'text' in answer ? { result: 'bad', advice: answer.message } : verdictOn(sample, answer);
}

function verdictOn(sample: Sample, answer: Answer): Verdict {
  const { edition, expected, json } = sample;
  const test: TestCase = {
    id: 'smoke',
    edition,
    input: { kind: 'json', text: json },
    expected,
    requirements: [ROOT_REQUIREMENT],
  };
  const outcome = judge(test, answer);
  switch (outcome.kind) {
    case 'pass':
      if (outcome.path === undefined || outcome.path === 'hit') return { result: 'good' };
      return {
        result: 'advice',
        advice: `it does not name the place: {"path":"${placeOf(expected)}","message":"…"} helps users`,
      };
    case 'unsupported':
      return { result: 'open', advice: `it says that it does not support this: ${outcome.reason}` };
    case 'fail':
      return { result: 'open', advice: adviceOn(outcome) };
  }
}

function placeOf(expected: Expected): string {
  return expected.kind === 'rejected' ? (expected.violations[0]?.path ?? '') : '';
}

/** At most this many places of one answer are described. */
const SHOWN_PLACES = 3;

function adviceOn({ message, differences, requirements }: Fail): string {
  const more = differences.length - SHOWN_PLACES;
  const places = differences.slice(0, SHOWN_PLACES).map(describeDifference);
  const ids = requirements.slice(0, SHOWN_PLACES).join(', ');
  const broken = requirements.length > SHOWN_PLACES ? `${ids}, …` : ids;
  const what = broken === '' ? message : `${message} (${broken})`;
  return [what, ...places, ...(more > 0 ? [`and ${more} more places`] : [])].join('; ');
}

function describeDifference({ kind, path, expected = 'nothing', received = 'nothing' }: Difference): string {
  if (kind === 'left-out') return `${path} must be there, as ${expected}`;
  return `${path === '' ? 'the whole' : path} is ${received} and should be ${expected}`;
}
