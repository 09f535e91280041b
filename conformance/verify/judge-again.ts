import type { CaseLine } from '../../spec/generated/event-log.ts';
import { isRequirement, type TestCase } from '../case/case.ts';
import { judgeOnce } from '../judge/judge-once.ts';
import { longestKept } from '../judge/longest-kept.ts';
import type { CaseResult, Fail, Received } from '../judge/outcome.ts';
import { readAnswer } from '../protocol/answer.ts';
import { fault, isFaultKind } from '../protocol/fault.ts';
import { parseJson } from '../protocol/parsed-json.ts';
import type { Answer } from '../protocol/protocol.ts';

/**
 * Returns the result of a case that a line of a log gives evidence of. The outcome comes from the answer that the line
 * holds, whatever outcome the line claims; only an end without an answer is taken as written. Otherwise returns what is
 * wrong with the line, as the end of a sentence that begins with it.
 */
export function resultAgain(test: TestCase, line: CaseLine, row: string): CaseResult | string {
  const judged = judgedAgain(test, line, row);
  if (typeof judged === 'string') return judged;
  const { durationMs, stderr, nondeterministic } = line;
  // A passed case was asked once, and nobody looked at its standard error.
  if (judged.outcome.kind === 'pass') return { test, ...judged, durationMs };
  return {
    test,
    ...judged,
    durationMs,
    ...(stderr === undefined ? {} : { stderr }),
    ...(nondeterministic === undefined ? {} : { nondeterministic }),
  };
}

type Judged = Pick<CaseResult, 'outcome' | 'received'>;

function judgedAgain(test: TestCase, line: CaseLine, row: string): Judged | string {
  const { received } = line;
  if (received === null) return withoutAnswer(line, { kind: 'nothing' });
  const { text } = received;
  if (text === undefined) return answered(test, receivedIn(row));
  if (line.outcome === 'protocol-error') return withoutAnswer(line, { kind: 'text', text });
  return isCut(test, text) ? cutAnswer(test, line, text) : answered(test, text);
}

/**
 * Cuts the answer out of the line, because reading it as JSON would lose its spelling. The first occurrence of the
 * member's name is the answer: neither the input, which is text, nor the expectation has such a key.
 */
export function receivedIn(row: string): string {
  return row.slice(row.indexOf(RECEIVED) + RECEIVED.length, row.lastIndexOf(',"outcome":"'));
}

const RECEIVED = ',"received":';

function answered(test: TestCase, json: string): Judged | string {
  const answer = answerIn(test, json);
  if (answer === undefined) return 'holds no answer that can be judged';
  const received: Received = answer.kind === 'same' ? { kind: 'same' } : { kind: 'result', json };
  return { outcome: judgeOnce(test, answer), received };
}

function answerIn({ edition, expected }: TestCase, json: string): Answer | undefined {
  if (expected.kind === 'accepted' && json === `{"accepted":${expected.normal}}`) return { kind: 'same' };
  const parsed = parseJson(json);
  if (parsed.kind === 'invalid') return undefined;
  const answer = readAnswer(parsed.value, json, edition.answers);
  return 'text' in answer ? undefined : answer;
}

/** Returns the outcome of a case without an answer, as the line has it. */
function withoutAnswer(line: CaseLine, received: Received): Judged | string {
  const { outcome: kind, message = '', exit = { code: null, signal: null } } = line;
  switch (kind) {
    case 'crash':
      return { outcome: { kind, exit, message }, received };
    case 'hang':
      return { outcome: { kind, message }, received };
    case 'not-run':
      return { outcome: { kind, reason: message }, received };
    case 'protocol-error': {
      const { fault: name = '' } = line;
      if (!isFaultKind(name)) return `names a fault that does not exist, ${JSON.stringify(name)}`;
      const text = received.kind === 'text' ? received.text : '';
      return { outcome: { kind, fault: { ...fault(name, '', text), message } }, received };
    }
    case 'pass':
    case 'fail':
    case 'unsupported':
      return `says ${kind}, and holds no answer`;
  }
}

const REJECTS = /^\{[ \t\r\n]*"rejected"[ \t\r\n]*:/;

/** Returns whether a text is the beginning of an answer that was too long for the log. */
function isCut({ expected }: TestCase, text: string): boolean {
  return text.length === longestKept(expected) + 1 && text.endsWith('…');
}

/** Returns the outcome of an answer that is too long for the log: its beginning says no more than the verdict. */
function cutAnswer(test: TestCase, line: CaseLine, text: string): Judged | string {
  const received = { kind: 'text', text } as const;
  if (line.outcome === 'fail') return { outcome: failAsWritten(line), received };
  const { path, message = '' } = line;
  if (line.outcome === 'unsupported') return { outcome: { kind: 'unsupported', reason: message }, received };
  if (line.outcome === 'pass' && test.expected.kind === 'rejected' && REJECTS.test(text))
    return { outcome: { kind: 'pass', ...(path === undefined ? {} : { path }) }, received };
  return 'holds only the beginning of an answer, which does not show that the case passed';
}

function failAsWritten({ level, message = '', broken = [], differences = [] }: CaseLine): Fail {
  return {
    kind: 'fail',
    level: level ?? 'documented',
    message,
    requirements: broken.filter(isRequirement),
    differences: differences.map(({ expected, received, requirements, ...rest }) => ({
      ...rest,
      expected: expected ?? undefined,
      received: received ?? undefined,
      requirements: requirements.filter(isRequirement),
    })),
  };
}
