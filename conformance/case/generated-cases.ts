import { remake, type Origin } from '../../generators/choices/arbitrary.ts';
import { drawCase, type GeneratedCase } from '../../generators/case.ts';
import { caseAt } from '../../generators/generate.ts';
import { planOf, type CaseOptions, type CasePlan } from '../../generators/plan.ts';
import { stringifyNormal } from '../../spec/generated/normal-text.ts';
import type { Level, RequirementId } from '../../spec/generated/levels.ts';
import type { InputKind } from '../../spec/generated/protocol.ts';
import { contentDigest, NAMING, type Expected, type Input, type TestCase } from './case.ts';

/** A generated case as a question, which remembers how it was made and so can be made again, and simpler. */
export class GeneratedTest implements TestCase {
  readonly id: string;
  readonly input: Input;
  readonly expected: Expected;
  readonly requirements: readonly RequirementId[];
  readonly digest: string;
  /** What gives a value to all that a valid document leaves out. */
  readonly defaults: readonly RequirementId[];
  readonly #origin: Origin;
  readonly #plan: CasePlan;

  constructor(made: GeneratedCase, input: Input, expected: Expected) {
    this.digest = contentDigest({ input, expected });
    this.id = `g/${this.digest.slice(0, NAMING)}`;
    this.input = input;
    this.expected = expected;
    this.requirements = exercised(made, input.kind, this.digest);
    this.defaults = expected.kind === 'accepted' ? made.defaults : [];
    this.#origin = made.origin;
    this.#plan = made.plan;
  }

  /** Made anew: a run holds all its questions, and with all that they were made of it would do little but collect garbage. */
  get made(): GeneratedCase {
    return remake((source, origin) => drawCase(source, origin, this.#plan), this.#origin);
  }
}

export interface StreamOptions extends Pick<CaseOptions, 'kind' | 'topic'> {
  /** An integer of 32 bits. */
  readonly seed: number;
  /** `documented`: cases that rest on the page alone; `observed`, like nothing: all. */
  readonly level?: Level;
  /** What the implementation takes; without YAML, no case is made that only YAML can say. */
  readonly inputs: readonly InputKind[];
}

/** Every so many cases, one rests on the page alone: only those show what is wrong with documented behaviour by itself. */
const DOCUMENTED_EVERY = 4;

/** Endless: equal options give the same cases on every machine. */
export function* caseStream({
  seed,
  kind = 'mix',
  topic,
  level,
  inputs,
}: StreamOptions): Generator<GeneratedCase, undefined> {
  const options: CaseOptions = {
    kind,
    inputs: inputs.includes('yaml') ? 'any' : 'json',
    ...(topic === undefined ? {} : { topic }),
  };
  const documented = planOf({ ...options, scope: 'documented' });
  const all = level === 'documented' ? documented : planOf(options);
  // Of some topics the page says nothing that can be broken.
  const everySo = kind === 'invalid' && documented.kind !== kind ? all : documented;
  for (let index = 0; ; index += 1) {
    yield caseAt(index % DOCUMENTED_EVERY === DOCUMENTED_EVERY - 1 ? everySo : all, seed, index);
  }
}

/** The questions of a case: its JSON text, its YAML text, or both. */
export function testsOf(made: GeneratedCase, inputs: readonly InputKind[]): GeneratedTest[] {
  const expected = expectedOf(made);
  return inputs.flatMap((kind) => testOf(made, kind, expected) ?? []);
}

/** The question that is asked with one of the texts; undefined for JSON where only YAML can say it. */
export function testOf(
  made: GeneratedCase,
  kind: InputKind,
  expected: Expected = expectedOf(made),
): GeneratedTest | undefined {
  const text = kind === 'json' ? made.json : made.yaml;
  if (text === undefined) return undefined;
  return new GeneratedTest(made, { kind, text: inOnePiece(text) }, expected);
}

export function isGenerated(test: TestCase): test is GeneratedTest {
  return test instanceof GeneratedTest;
}

/** What an answer to a case shows something about: a valid case also that its defaults are the right ones. */
export function exercisedBy(test: TestCase): readonly RequirementId[] {
  if (!isGenerated(test)) return test.requirements;
  return [...test.requirements, ...test.defaults];
}

/** All that the text of a case rests on, apart from defaults: more than a rejection exercises. */
export function restsOn(test: TestCase): readonly RequirementId[] {
  if (!isGenerated(test)) return test.requirements;
  const { made, input } = test;
  return input.kind === 'yaml' ? [...made.requirements, ...made.yamlRequirements] : made.requirements;
}

/** V8 keeps a text that was put together as a tree, several times as large, until one of its characters is looked at. */
function inOnePiece(text: string): string {
  return text.charCodeAt(0) >= 0 ? text : '';
}

function expectedOf({ expected }: GeneratedCase): Expected {
  if (expected.kind === 'accepted')
    return { kind: 'accepted', normal: inOnePiece(stringifyNormal(expected.normal)) };
  const { requirement, path } = expected;
  return { kind: 'rejected', violations: [{ requirement, path }] };
}

/**
 * What answering takes. A rejection shows nothing but the one requirement that is broken. A valid case is about many;
 * which of them comes first, and so which topic it counts for, is settled by its digest.
 */
function exercised(made: GeneratedCase, kind: InputKind, digest: string): RequirementId[] {
  if (made.expected.kind === 'rejected') return [made.expected.requirement];
  const { requirements } = made;
  const first = Number.parseInt(digest.slice(0, 8), 16) % requirements.length;
  const turned = [...requirements.slice(first), ...requirements.slice(0, first)];
  return kind === 'yaml' ? [...turned, ...made.yamlRequirements] : turned;
}
