import { remake, type Origin } from '../../generators/choices/arbitrary.ts';
import { drawCase, type GeneratedCase } from '../../generators/case.ts';
import { caseAt } from '../../generators/generate.ts';
import { planOf, type CaseOptions, type CasePlan } from '../../generators/plan.ts';
import type { Level } from '../../spec/edition.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { InputKind } from '../../spec/generated/protocol.ts';
import type { Edition } from '../edition.ts';
import { contentDigest, NAMING, type Expected, type Input, type TestCase } from './case.ts';

/** A generated case as a question. It remembers how it was made, so that it can be made again, and made simpler. */
export class GeneratedTest implements TestCase {
  readonly id: string;
  readonly edition: Edition;
  readonly input: Input;
  readonly expected: Expected;
  readonly requirements: readonly RequirementId[];
  readonly digest: string;
  /** Requirements behind the defaults of omitted fields. */
  readonly defaults: readonly RequirementId[];
  readonly #origin: Origin;
  readonly #plan: CasePlan;
  #restsOn: readonly RequirementId[] | undefined;

  constructor(edition: Edition, made: GeneratedCase, input: Input, expected: Expected) {
    this.edition = edition;
    this.digest = contentDigest({ input, expected });
    this.id = `g/${this.digest.slice(0, NAMING)}`;
    this.input = input;
    this.expected = expected;
    this.requirements = exercised(made, input.kind, this.digest);
    this.defaults = expected.kind === 'accepted' ? made.defaults : [];
    this.#origin = made.origin;
    this.#plan = made.plan;
  }

  /**
   * The case, which is made anew each time. A run holds all its questions, and keeping the parts of every one of them
   * would leave it busy with collecting garbage.
   */
  get made(): GeneratedCase {
    return remake((source, origin) => drawCase(source, origin, this.#plan), this.#origin);
  }

  /**
   * All requirements that the text rests on, without defaults. They are found when they are first asked for, because
   * only a failure is compared by them, and are kept then, because it is compared with many others.
   */
  get restsOn(): readonly RequirementId[] {
    this.#restsOn ??= requirementsOf(this.made, this.input.kind);
    return this.#restsOn;
  }
}

export interface StreamOptions extends Pick<CaseOptions, 'kind' | 'topic'> {
  readonly edition: Edition;
  /** An integer of 32 bits. */
  readonly seed: number;
  /** `documented` gives only cases that rest on the page alone; `observed` or nothing gives all. */
  readonly level?: Level;
  /** The kinds of input that the implementation takes. Without YAML, no case is made that only YAML can say. */
  readonly inputs: readonly InputKind[];
}

/**
 * One case in this many rests on the page alone, because only such cases show errors of documented behaviour by
 * themselves.
 */
const DOCUMENTED_EVERY = 4;

/** Generates cases without end. Equal options give the same cases on every machine. */
export function* caseStream(options: StreamOptions): Generator<GeneratedCase, undefined> {
  const at = casesAt(options);
  for (let index = 0; ; index += 1) yield at(index);
}

/** Returns a function that makes the case at any place of the stream, from 0, without those before it. */
export function casesAt({
  edition: { grammar },
  seed,
  kind = 'mix',
  topic,
  level,
  inputs,
}: StreamOptions): (index: number) => GeneratedCase {
  const options: CaseOptions = {
    kind,
    inputs: inputs.includes('yaml') ? 'any' : 'json',
    ...(topic === undefined ? {} : { topic }),
  };
  const documented = planOf(grammar, { ...options, scope: 'documented' });
  const all = level === 'documented' ? documented : planOf(grammar, options);
  // The page says nothing that can be broken about some topics.
  const everySo = kind === 'invalid' && documented.kind !== kind ? all : documented;
  return (index) => caseAt(index % DOCUMENTED_EVERY === DOCUMENTED_EVERY - 1 ? everySo : all, seed, index);
}

/** Returns the questions of a case of an edition: its JSON text, its YAML text, or both. */
export function testsOf(
  edition: Edition,
  made: GeneratedCase,
  inputs: readonly InputKind[],
): GeneratedTest[] {
  const expected = expectedOf(edition, made);
  return inputs.flatMap((kind) => testOf(edition, made, kind, expected) ?? []);
}

/** Returns the question with one of the texts, or undefined for the JSON text of a case that only YAML can say. */
export function testOf(
  edition: Edition,
  made: GeneratedCase,
  kind: InputKind,
  expected: Expected = expectedOf(edition, made),
): GeneratedTest | undefined {
  const text = textOf(made, kind);
  if (text === undefined) return undefined;
  return new GeneratedTest(edition, made, { kind, text: inOnePiece(text) }, expected);
}

/** Returns the JSON text or the YAML text of a case; undefined for the JSON text of a case that only YAML can say. */
export function textOf(made: GeneratedCase, kind: InputKind): string | undefined {
  return kind === 'json' ? made.json : made.yaml;
}

export function isGenerated(test: TestCase): test is GeneratedTest {
  return test instanceof GeneratedTest;
}

/** Returns the requirements that an answer to a case can confirm. For a valid case these include its defaults. */
export function exercisedBy(test: TestCase): readonly RequirementId[] {
  if (!isGenerated(test)) return test.requirements;
  return [...test.requirements, ...test.defaults];
}

/**
 * Returns all requirements that the text of a case rests on, without defaults. These are more than a rejection
 * exercises.
 */
export function restsOn(test: TestCase): readonly RequirementId[] {
  return isGenerated(test) ? test.restsOn : test.requirements;
}

function requirementsOf(made: GeneratedCase, kind: InputKind): RequirementId[] {
  return kind === 'yaml' ? [...made.requirements, ...made.yamlRequirements] : made.requirements;
}

/**
 * Makes V8 store a text in one piece. It keeps a concatenated text as a tree, several times as large, until one
 * character is read.
 */
function inOnePiece(text: string): string {
  return text.charCodeAt(0) >= 0 ? text : '';
}

/** Returns the right answer to a case of an edition. */
export function expectedOf({ language }: Edition, { expected }: GeneratedCase): Expected {
  if (expected.kind === 'accepted')
    return { kind: 'accepted', normal: inOnePiece(language.stringify(expected.normal)) };
  const { requirement, path } = expected;
  return { kind: 'rejected', violations: [{ requirement, path }] };
}

/**
 * Returns the requirements that the case exercises. A rejection exercises only the requirement that is broken. A valid
 * case exercises many, and its digest decides which of them comes first, which is the one whose topic it counts for.
 */
function exercised(made: GeneratedCase, kind: InputKind, digest: string): RequirementId[] {
  if (made.expected.kind === 'rejected') return [made.expected.requirement];
  const { requirements } = made;
  const first = Number.parseInt(digest.slice(0, 8), 16) % requirements.length;
  const turned = [...requirements.slice(first), ...requirements.slice(0, first)];
  return kind === 'yaml' ? [...turned, ...made.yamlRequirements] : turned;
}
