import type { CaseLine } from '../../spec/generated/event-log.ts';
import { blamedBy, type Cause } from '../../conformance/judge/cause.ts';
import { causeTitle } from '../cause-text.ts';
import type { JunitUnit } from '../format.ts';
import type { RequirementSummary } from '../requirement-summary.ts';
import type { Summary } from '../summary.ts';
import { resultOfCause } from './cause-result.ts';
import { runSuite } from './run-suite.ts';
import { PASSED, skipped, type TestEntry, type TestResult, type TestSuite } from './test-result.ts';

/**
 * Returns a suite about the run as a whole, and others by requirement, cause or case. A test fails exactly if the exit
 * code says so: where the exit code is 0, failures that it allows are skipped tests.
 */
export function suitesOf(summary: Summary, by: JunitUnit = 'requirement'): TestSuite[] {
  const suites = suitesBy[by](summary);
  return [runSuite(summary, suites), ...suites];
}

const suitesBy: Readonly<Record<JunitUnit, (summary: Summary) => TestSuite[]>> = {
  requirement: suitesByTopic,
  cause: suiteOfCauses,
  case: suiteOfCases,
};

/** Returns a suite for each topic, with a test for each requirement, and one for causes about none of them. */
function suitesByTopic(summary: Summary): TestSuite[] {
  const topics = new Map<string, RequirementSummary[]>();
  for (const requirement of summary.requirements.values()) {
    const its = topics.get(requirement.topic) ?? [];
    topics.set(requirement.topic, its);
    its.push(requirement);
  }
  const suites = [...topics].map(([name, its]) => ({
    name,
    tests: its.map((requirement) => ({ name: requirement.id, result: resultOf(requirement, summary) })),
  }));
  const nameless = summary.causes.filter(
    (cause) => !blamedBy(cause).some((id) => summary.requirements.has(id)),
  );
  return nameless.length === 0
    ? suites
    : [
        ...suites,
        { name: 'no single requirement', tests: nameless.map((cause) => causeTest(cause, summary)) },
      ];
}

/** Returns a suite with a test for each cause of failures. */
function suiteOfCauses(summary: Summary): TestSuite[] {
  const { causes, listed } = summary;
  const tests = [
    ...causes.map((cause) => causeTest(cause, summary)),
    ...listed.map((cause) => ({ name: nameOf(cause), result: skipped('listed', listedText(cause)) })),
  ];
  return tests.length === 0 ? [] : [{ name: 'causes', tests }];
}

/** Returns a suite with a test for each of the shortest failing cases, a few of each cause. */
function suiteOfCases(summary: Summary): TestSuite[] {
  const tests = new Map<string, TestEntry>();
  for (const cause of summary.causes) {
    for (const sample of cause.samples) {
      const result = resultOfCause({ ...cause, samples: [sample] }, summary);
      if (!tests.has(sample.case)) tests.set(sample.case, { name: sample.case, result });
    }
  }
  return tests.size === 0 ? [] : [{ name: 'cases', tests: [...tests.values()] }];
}

function causeTest(cause: Cause<CaseLine>, summary: Summary): TestEntry {
  return { name: nameOf(cause), result: resultOfCause(cause, summary) };
}

function nameOf(cause: Cause<CaseLine>): string {
  return `${causeTitle(cause)} (${cause.id})`;
}

function resultOf(requirement: RequirementSummary, summary: Summary): TestResult {
  const { state, counts } = requirement;
  const inputs = summary.header?.inputs.join(' and ') ?? '';
  switch (state) {
    case 'passed':
      return PASSED;
    case 'failed':
      return resultOfFailed(requirement, summary);
    case 'listed':
      return skipped('listed', listedText(summary.listed.find(({ id }) => requirement.causes.includes(id))));
    case 'unsupported':
      return skipped('unsupported', `the program calls all ${counts.unsupported} cases unsupported`);
    case 'unclear':
      return skipped('unclear', `all ${counts.asked} cases failed, because of other requirements`);
    case 'not-applicable':
      return skipped('not-applicable', `the program takes ${inputs} only`);
    case 'not-declared':
      return skipped('not-declared', 'it is about fields that the program does not declare');
    case 'not-exercised':
      return skipped('not-exercised', 'no case about it was asked');
  }
}

function resultOfFailed({ causes: ids }: RequirementSummary, summary: Summary): TestResult {
  const its = summary.causes.filter(({ id }) => ids.includes(id));
  const results = its.map((cause) => resultOfCause(cause, summary));
  const first = results.find(({ kind }) => kind === 'failure' || kind === 'error') ?? results[0] ?? PASSED;
  const text = results.map((each) => (each.kind === 'passed' ? '' : each.text)).join('\n\n');
  return first.kind === 'passed' ? first : { ...first, text };
}

function listedText(cause: Cause<CaseLine> | undefined): string {
  const [sample] = cause?.samples ?? [];
  const { reason = '', link = null } = sample?.listed ?? {};
  return ['listed in the baseline:', reason, link ?? ''].join(' ').trimEnd();
}
