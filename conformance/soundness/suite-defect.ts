import { interpret, type Verdict } from '../../reference/interpret.ts';
import { readJson } from '../../reference/json/json.ts';
import { stringifyNormal } from '../../spec/generated/normal-text.ts';
import { readYaml } from '../../reference/yaml/yaml.ts';
import { isFailure, type CaseResult } from '../judge/outcome.ts';
import type { Expected, TestCase } from '../case/case.ts';
import { isGenerated } from '../case/generated-cases.ts';
import { measuredMeaning } from './measured.ts';

/** Two sources of truth disagree about a document: the suite is wrong, whatever the implementation says. */
export interface SuiteDefect {
  /** Which source says something else than the case expects. */
  readonly source: 'reference' | 'measurement' | 'exception';
  readonly test: TestCase;
  readonly expected: string;
  readonly got: string;
}

/**
 * Compares what a case expects, known from its construction, with what the reference makes of its text, and with what
 * the release made of the same document where that was measured. Undefined where all agree.
 */
export function defectOf(test: TestCase): SuiteDefect | undefined {
  const { input, expected } = test;
  let verdict: Verdict;
  let measured: string | undefined;
  try {
    const reading = input.kind === 'json' ? readJson(input.text) : readYaml(input.text);
    if (reading.kind === 'read') {
      verdict = interpret(reading.document);
      measured = measuredMeaning(reading.document);
    } else {
      verdict = { kind: 'rejected', violations: reading.violations };
    }
  } catch (error) {
    return defect('exception', test, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  if (!agrees(expected, verdict)) return defect('reference', test, describeVerdict(verdict));
  if (measured !== undefined && measured !== meaningOf(expected))
    return defect('measurement', test, measured);
  return undefined;
}

/**
 * Watches over a run with generated cases, whose right answers rest on nothing but their construction: each must mean
 * the same to the other sources of truth. Of cases that are `known`, because a test of the suite holds every one of
 * them against those, only what a program would be blamed for is looked at again.
 */
export class Soundness {
  /** The first one; it ends the run. */
  defect: SuiteDefect | undefined;
  readonly #areKnown: boolean;

  constructor(cases: 'known' | 'new') {
    this.#areKnown = cases === 'known';
  }

  /** The cases until a defect was found. */
  *whileSound(cases: Iterable<TestCase>): Generator<TestCase> {
    for (const test of cases) {
      if (!this.#areKnown && isGenerated(test)) this.defect ??= defectOf(test);
      if (this.defect !== undefined) return;
      yield test;
    }
  }

  /** Whether a result may count: a failure only where the sources of truth agree about the case. */
  bears({ test, outcome }: CaseResult): boolean {
    if (!this.#areKnown || !isFailure(outcome) || !isGenerated(test)) return true;
    const defect = defectOf(test);
    this.defect ??= defect;
    return defect === undefined;
  }
}

/** Several lines for whoever mends the suite. */
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

function agrees(expected: Expected, verdict: Verdict): boolean {
  if (expected.kind === 'accepted') {
    return verdict.kind === 'accepted' && stringifyNormal(verdict.normal) === expected.normal;
  }
  if (verdict.kind === 'accepted') return false;
  return expected.violations.every(({ requirement, path }) =>
    verdict.violations.some((each) => each.requirement === requirement && each.path === path),
  );
}

function defect(source: SuiteDefect['source'], test: TestCase, got: string): SuiteDefect {
  return { source, test, expected: describeExpected(test.expected), got };
}

/** The normal form, or `rejected`: a measurement names no requirement. */
function meaningOf(expected: Expected): string {
  return expected.kind === 'accepted' ? expected.normal : 'rejected';
}

function describeExpected(expected: Expected): string {
  return expected.kind === 'accepted' ? expected.normal : describeViolations(expected.violations);
}

function describeVerdict(verdict: Verdict): string {
  return verdict.kind === 'accepted'
    ? stringifyNormal(verdict.normal)
    : describeViolations(verdict.violations);
}

function describeViolations(
  violations: readonly { readonly requirement: string; readonly path: string }[],
): string {
  return `rejected: ${violations.map(({ requirement, path }) => `${requirement} at ${JSON.stringify(path)}`).join(', ')}`;
}
