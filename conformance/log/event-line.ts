import type { CaseLine, FaultLine, LogDifference } from '../../spec/generated/event-log.ts';
import type { Expected } from '../case/case.ts';
import {
  isFailure,
  type CaseResult,
  type Difference,
  type Outcome,
  type Received,
  type RunFault,
} from '../judge/outcome.ts';

/** An entry of the baseline that lists a failure. */
export interface Listed {
  readonly reason: string;
  readonly link: string | null;
}

/** Longest answer that the log keeps, in characters. */
const KEPT = 65_536;

/**
 * The line of a case, as text without a newline. The normal form and the answer go in as they came: nothing that JSON
 * reading would lose is lost.
 */
export function caseText(result: CaseResult, topic: string, listed?: Listed): string {
  const { test, outcome, received, durationMs, stderr, nondeterministic } = result;
  const head = { event: 'case', case: test.id, topic, input: test.input };
  const tail = {
    outcome: outcome.kind,
    level: levelOf(outcome),
    requirements: test.requirements,
    durationMs: Math.round(durationMs * 1000) / 1000,
    ...detailsOf(outcome),
    stderr,
    nondeterministic,
    listed,
  };
  const expected = expectedText(test.expected);
  return `${JSON.stringify(head).slice(0, -1)},"expected":${expected},"received":${receivedText(received, expected)},${JSON.stringify(tail).slice(1)}`;
}

export function faultLine({ kind, message, cases, stderr }: RunFault): FaultLine {
  return {
    event: 'fault',
    fault: kind,
    message,
    cases: [...cases],
    ...(stderr === undefined ? {} : { stderr }),
  };
}

function expectedText(expected: Expected): string {
  return expected.kind === 'accepted'
    ? `{"accepted":${expected.normal}}`
    : JSON.stringify({
        rejected: expected.violations.map(({ requirement, path }) => ({ requirement, path })),
      });
}

function receivedText(received: Received, expected: string): string {
  switch (received.kind) {
    case 'same':
      return expected;
    case 'nothing':
      return 'null';
    case 'text':
      return JSON.stringify({ text: received.text.slice(0, KEPT) });
    case 'result':
      // A carriage return is a blank in JSON, but some readers of lines stop there.
      return received.json.length <= KEPT
        ? received.json.replaceAll('\r', ' ')
        : JSON.stringify({ text: `${received.json.slice(0, KEPT)}…` });
  }
}

function levelOf(outcome: Outcome): CaseLine['level'] {
  if (outcome.kind === 'fail') return outcome.level;
  return isFailure(outcome) ? 'documented' : null;
}

function detailsOf(outcome: Outcome): Partial<CaseLine> {
  switch (outcome.kind) {
    case 'pass': {
      const { canonical, path } = outcome;
      return { ...(canonical === undefined ? {} : { canonical }), ...(path === undefined ? {} : { path }) };
    }
    case 'fail': {
      const { message, requirements, differences } = outcome;
      return { message, broken: [...requirements], differences: differences.map(differenceLine) };
    }
    case 'crash': {
      const { code, signal } = outcome.exit;
      return { message: outcome.message, exit: { code, signal } };
    }
    case 'hang':
      return { message: outcome.message };
    case 'protocol-error':
      return { message: outcome.fault.message, fault: outcome.fault.kind };
    case 'unsupported':
    case 'not-run':
      return { message: outcome.reason };
  }
}

function differenceLine({ path, expected, received, level, requirements }: Difference): LogDifference {
  return {
    path,
    expected: expected ?? null,
    received: received ?? null,
    level,
    requirements: [...requirements],
  };
}
