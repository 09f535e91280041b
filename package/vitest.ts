/**
 * The entry `dstack-conformance/vitest`: the conformance of an implementation as a suite of tests, one for each
 * requirement.
 *
 * @module
 */
import { beforeAll, describe, it, type TestContext } from 'vitest';
import { NO_COLORS } from '../reports/colors.ts';
import type { RequirementSummary } from '../reports/requirement-summary.ts';
import { renderCause } from '../reports/terminal/cause.ts';
import { certify, type Certification, type CertifyOptions } from './conformance.ts';
import { editionNamed } from './edition-named.ts';
import type { Implementation, Normalize } from './implementation.ts';

export type { CertifyOptions } from './conformance.ts';
export type {
  FunctionImplementation,
  Implementation,
  Normalize,
  ProgramImplementation,
} from './implementation.ts';

/** What a suite of tests may be told, beside what a certification may be told. */
export interface ConformanceOptions extends Omit<CertifyOptions, 'onLine' | 'onProgress' | 'signal'> {
  /** The name of the suite. */
  readonly name?: string;
  /** Milliseconds that the whole certification may take; ten minutes by default. */
  readonly totalTimeoutMs?: number;
}

const TEN_MINUTES = 600_000;

/**
 * Describes the conformance of an implementation: the certification runs once, then each requirement is a test. A
 * requirement that a baseline lists, or that the implementation does not take, is skipped with the reason. A last test
 * fails exactly when the command's exit code would not be 0.
 */
export function describeConformance(
  implementation: Implementation | Normalize,
  { name = 'conformance', totalTimeoutMs = TEN_MINUTES, ...options }: ConformanceOptions = {},
): void {
  const asked = typeof implementation === 'function' ? { name, normalize: implementation } : implementation;
  describe(name, async () => {
    const { spec } = await editionNamed(options.edition);
    let certification: Certification | undefined;
    beforeAll(async () => {
      certification = await certify(asked, options);
    }, totalTimeoutMs);
    for (const { topic } of spec.topics) {
      describe(topic, () => {
        for (const { id, sentence } of spec.requirements.filter((each) => each.topic === topic))
          it(`${id}: ${sentence}`, (context) => {
            checkRequirement(certification, id, context);
          });
      });
    }
    it('nothing else is wrong', (context) => {
      checkWhole(certification, context);
    });
  });
}

function checkRequirement(
  certification: Certification | undefined,
  id: string,
  context: Pick<TestContext, 'skip'>,
): void {
  const found = certification?.summary.requirements.get(id);
  if (found === undefined) throw new Error(`the run ended before it came to ${id}`);
  if (certification !== undefined && found.state === 'failed')
    throw new Error(whyFailed(certification, found));
  const reason = whySkipped(found);
  if (reason !== undefined) context.skip(reason);
}

/** Renders the causes that are about a requirement. */
function whyFailed({ summary }: Certification, { causes: ids }: RequirementSummary): string {
  const causes = summary.causes.filter(({ id }) => ids.includes(id));
  return causes.flatMap((cause) => renderCause(cause, summary.header, NO_COLORS)).join('\n');
}

/** The reason why a test neither passes nor fails; undefined for a requirement that passed. */
function whySkipped({ state }: RequirementSummary): string | undefined {
  switch (state) {
    case 'passed':
    case 'failed':
      return undefined;
    case 'listed':
      return 'the baseline lists its failures';
    case 'unsupported':
      return 'all of its cases are unsupported';
    case 'unclear':
      return 'all of its cases fail because of other requirements';
    case 'not-applicable':
      return 'the implementation does not take the input that exercises it';
    case 'not-declared':
      return 'it is about fields that are not declared';
    case 'not-exercised':
      return 'no case about it was asked';
  }
}

function checkWhole(certification: Certification | undefined, context: Pick<TestContext, 'skip'>): void {
  if (certification === undefined) throw new Error('the run did not begin');
  const { exitCode, grade, reasons, summary } = certification;
  // A filtered run has no grade; what fails in it fails its requirement.
  if (summary.withheld === 'filtered') context.skip('only some topics were asked');
  if (exitCode === 0) return;
  const others = summary.causes.filter(({ requirement }) => requirement === undefined);
  const shown = others.flatMap((cause) => renderCause(cause, summary.header, NO_COLORS));
  throw new Error([`${grade}: ${reasons.join('; ')}`, ...stale(certification), ...shown].join('\n'));
}

function stale({ summary }: Certification): string[] {
  const entries = summary.footer?.baseline?.stale ?? [];
  return entries.map(({ line, entry, why }) => `line ${line} of the baseline ${why}: ${entry}`);
}
