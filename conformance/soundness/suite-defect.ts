import { interpret, type Verdict } from '../../reference/interpret.ts';
import type { AnyLanguage } from '../../reference/language.ts';
import { readJson } from '../../reference/json/json.ts';
import { readYaml } from '../../reference/yaml/yaml.ts';
import { isFailure, type CaseResult } from '../judge/outcome.ts';
import type { Expected, TestCase } from '../case/case.ts';
import { isGenerated } from '../case/generated-cases.ts';

/** Two sources of truth disagree about a document: the suite is wrong, whatever the implementation says. */
export interface SuiteDefect {
  /** The source that contradicts the case. */
  readonly source: 'reference' | 'measurement' | 'exception';
  readonly test: TestCase;
  readonly expected: string;
  readonly got: string;
}

/**
 * Compares the expectation of a case, known from its construction, with the reference's verdict on its text, and with
 * the release's result for the same document if that was measured. Returns undefined if all agree.
 */
export function defectOf(test: TestCase): SuiteDefect | undefined {
  const contradiction = contradictionOf(test);
  return contradiction && { ...contradiction, test, expected: describeExpected(test.expected) };
}

/** The source that contradicts a right answer, and what it says. */
type Contradiction = Pick<SuiteDefect, 'source' | 'got'>;

/** Does the same as `defectOf` for a question that is no case yet, because naming a case costs a tenth of making it. */
export function contradictionOf({
  input,
  expected,
  edition,
}: Pick<TestCase, 'input' | 'expected' | 'edition'>): Contradiction | undefined {
  const { language } = edition;
  let verdict: Verdict;
  let measured: string | undefined;
  try {
    const reading = input.kind === 'json' ? readJson(input.text) : readYaml(input.text);
    if (reading.kind === 'read') {
      verdict = interpret(language, reading.document);
      measured = edition.measured(reading.document);
    } else {
      verdict = { kind: 'rejected', violations: reading.violations };
    }
  } catch (error) {
    const got = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { source: 'exception', got };
  }
  if (!agrees(language, expected, verdict))
    return { source: 'reference', got: describeVerdict(language, verdict) };
  if (measured !== undefined && measured !== meaningOf(expected))
    return { source: 'measurement', got: measured };
  return undefined;
}

/**
 * Guards a run of generated cases, whose right answers rest only on their construction: each case must mean the same
 * to the other sources of truth. If the cases are `known`, a test of the suite has compared every one of them already,
 * so only failures are checked again.
 */
export class Soundness {
  /** The first defect, which ends the run. */
  defect: SuiteDefect | undefined;
  readonly #areKnown: boolean;

  constructor(cases: 'known' | 'new') {
    this.#areKnown = cases === 'known';
  }

  /** Returns the cases up to the first defect. Where a source has none for now, it gives undefined. */
  *whileSound(cases: Iterable<TestCase | undefined>): Generator<TestCase | undefined> {
    for (const test of cases) {
      if (!this.#areKnown && test !== undefined && isGenerated(test)) this.defect ??= defectOf(test);
      if (this.defect !== undefined) return;
      yield test;
    }
  }

  /** Returns whether a result may count. A failure counts only if the sources of truth agree about the case. */
  bears({ test, outcome }: CaseResult): boolean {
    if (!this.#areKnown || !isFailure(outcome) || !isGenerated(test)) return true;
    const defect = defectOf(test);
    this.defect ??= defect;
    return defect === undefined;
  }
}

/** Describes a defect in several lines, for the people who mend the suite. */
export function describeDefect({ source, test, expected, got }: SuiteDefect): string {
  return [
    'This is a defect of the suite, not of the implementation; the run was stopped.',
    `case:     ${test.id}`,
    `${`${test.input.kind}:`.padEnd(9)} ${JSON.stringify(test.input.text)}`,
    `expected: ${expected}`,
    `${source}: ${got}`,
    '',
  ].join('\n');
}

function agrees(language: AnyLanguage, expected: Expected, verdict: Verdict): boolean {
  if (expected.kind === 'accepted') {
    return verdict.kind === 'accepted' && language.stringify(verdict.normal) === expected.normal;
  }
  if (verdict.kind === 'accepted') return false;
  return expected.violations.every(({ requirement, path }) =>
    verdict.violations.some((each) => each.requirement === requirement && each.path === path),
  );
}

/** Returns the normal form, or `rejected` without requirements, because a measurement names none. */
function meaningOf(expected: Expected): string {
  return expected.kind === 'accepted' ? expected.normal : 'rejected';
}

function describeExpected(expected: Expected): string {
  return expected.kind === 'accepted' ? expected.normal : describeViolations(expected.violations);
}

function describeVerdict(language: AnyLanguage, verdict: Verdict): string {
  return verdict.kind === 'accepted'
    ? language.stringify(verdict.normal)
    : describeViolations(verdict.violations);
}

function describeViolations(
  violations: readonly { readonly requirement: string; readonly path: string }[],
): string {
  return `rejected: ${violations.map(({ requirement, path }) => `${requirement} at ${JSON.stringify(path)}`).join(', ')}`;
}
