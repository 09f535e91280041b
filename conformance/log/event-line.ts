import type {
  CaseLine,
  FaultLine,
  LogCause,
  LogDifference,
  LogListed,
} from '../../spec/generated/event-log.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { Expected } from '../case/case.ts';
import { cut } from '../protocol/cut.ts';
import { nestsDeeperThan } from '../protocol/nesting.ts';
import { causeId, nameOfSymptom } from '../judge/cause.ts';
import { longestKept } from '../judge/longest-kept.ts';
import { symptomsOf } from '../judge/symptom.ts';
import {
  isFailure,
  type CaseResult,
  type Difference,
  type Outcome,
  type Received,
  type RunFault,
} from '../judge/outcome.ts';

/** The log keeps answers up to this depth as JSON, because many JSON readers give up at a few hundred. */
const KEPT_DEPTH = 100;

/**
 * Returns the line of a case, without a newline. The normal form and the answer are copied as text, so the log keeps
 * details that reading them as JSON would lose.
 */
export function caseText(result: CaseResult, topic: string, listed?: LogListed): string {
  const { test, outcome, received, durationMs, stderr, nondeterministic } = result;
  const { kind, text } = test.input;
  const expected = expectedText(test.expected);
  // The line is written piece by piece, because one object for JSON.stringify measures twice as slow.
  return (
    `{"event":"case","case":${JSON.stringify(test.id)},"topic":${JSON.stringify(topic)}` +
    `,"input":{"kind":"${kind}","text":${JSON.stringify(text)}}` +
    `,"expected":${expected},"received":${receivedText(received, expected, longestKept(test.expected))}` +
    `,"outcome":"${outcome.kind}","level":${levelText(outcome)},"requirements":${idsText(test.requirements)}` +
    `,"durationMs":${loggedMs(durationMs)}` +
    `${causesText(result)}${detailsText(outcome)}${more({ stderr, nondeterministic, listed })}}`
  );
}

/** Returns a duration as the log keeps it, in whole microseconds. */
export function loggedMs(durationMs: number): number {
  return Math.round(durationMs * 1000) / 1000;
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

/** Writes an answer. `kept` is the number of characters after which it is cut. */
function receivedText(received: Received, expected: string, kept: number): string {
  switch (received.kind) {
    case 'same':
      return expected;
    case 'nothing':
      return 'null';
    case 'text':
      return JSON.stringify({ text: received.text });
    case 'result':
      // A carriage return is a blank in JSON, but some line readers stop there.
      return received.json.length <= kept && !nestsDeeperThan(KEPT_DEPTH, received.json)
        ? received.json.replaceAll('\r', ' ')
        : JSON.stringify({ text: cut(received.json, kept) });
  }
}

function levelText(outcome: Outcome): string {
  if (outcome.kind === 'fail') return `"${outcome.level}"`;
  return isFailure(outcome) ? '"documented"' : 'null';
}

/** Writes requirement ids as a JSON list. The ids contain no character that JSON escapes. */
function idsText(ids: readonly RequirementId[]): string {
  return ids.length === 0 ? '[]' : `["${ids.join('","')}"]`;
}

/** Writes the defined members of an object, each after a comma. */
function more(members: object): string {
  const text = JSON.stringify(members);
  return text === '{}' ? '' : `,${text.slice(1, -1)}`;
}

/** Writes the causes of a failure. Other results have none. */
function causesText(result: CaseResult): string {
  if (!isFailure(result.outcome)) return '';
  const causes = symptomsOf(result).map(({ kind, path, level, requirements, said }): LogCause => {
    const symptom = { kind, path, level, requirements: [...requirements], said };
    return { id: causeId(nameOfSymptom(symptom)), ...symptom };
  });
  return more({ causes });
}

function detailsText(outcome: Outcome): string {
  if (outcome.kind !== 'pass') return more(detailsOf(outcome));
  const { canonical, path } = outcome;
  return `${canonical === undefined ? '' : `,"canonical":${canonical}`}${path === undefined ? '' : `,"path":"${path}"`}`;
}

function detailsOf(outcome: Exclude<Outcome, { kind: 'pass' }>): Partial<CaseLine> {
  switch (outcome.kind) {
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

function differenceLine({ kind, path, expected, received, level, requirements }: Difference): LogDifference {
  return {
    kind,
    path,
    expected: expected ?? null,
    received: received ?? null,
    level,
    requirements: [...requirements],
  };
}
