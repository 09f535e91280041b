import type { RequirementSummary } from '../requirement-summary.ts';
import type { Summary } from '../summary.ts';
import { resultOfCause } from './cause-result.ts';
import { runSuite } from './run-suite.ts';
import { PASSED, skipped, type TestResult, type TestSuite } from './test-result.ts';

/**
 * Returns a suite about the run as a whole, and one for each topic, with a test for each requirement. A test fails
 * exactly if the exit code says so: where the exit code is 0, failures that it allows are skipped tests.
 */
export function suitesOf(summary: Summary): TestSuite[] {
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
  return [runSuite(summary, suites), ...suites];
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
      return skipped('listed', listedText(requirement, summary));
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

function listedText({ causes: ids }: RequirementSummary, { listed }: Summary): string {
  const [sample] = listed.find(({ id }) => ids.includes(id))?.samples ?? [];
  const { reason = '', link = null } = sample?.listed ?? {};
  return ['listed in the baseline:', reason, link ?? ''].join(' ').trimEnd();
}
