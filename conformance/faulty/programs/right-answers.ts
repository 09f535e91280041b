import { LANGUAGE } from '../../../reference/editions/dstack-0.18.42/language.ts';
import { interpret, type Verdict } from '../../../reference/interpret.ts';
import type { Answer } from './answer.ts';

interface Known {
  readonly verdict: Verdict;
  readonly answer: Answer;
}

/** The documents that many programs in this process are asked about. */
const known = new WeakMap<object, Known>();

/** Returns the verdict of the reference. */
export function verdictOn(document: unknown): Verdict {
  return knownOf(document)?.verdict ?? interpret(LANGUAGE, document);
}

/** Returns the right answer, from which every fault starts. */
export function honest(document: unknown): Answer {
  return knownOf(document)?.answer ?? answerOf(interpret(LANGUAGE, document));
}

/** Remembers a document with its right answer. Both are frozen, so that no program can change them for the next one. */
export function remember(document: object): Answer {
  const verdict = frozen(interpret(LANGUAGE, frozen(document)));
  const answer = frozen(answerOf(verdict));
  known.set(document, { verdict, answer });
  return answer;
}

function knownOf(document: unknown): Known | undefined {
  return typeof document === 'object' && document !== null ? known.get(document) : undefined;
}

function answerOf(verdict: Verdict): Answer {
  switch (verdict.kind) {
    case 'accepted':
      return { kind: 'accepted', normal: verdict.normal };
    case 'rejected':
      return { kind: 'rejected', violations: verdict.violations };
  }
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const member of Object.values(value)) frozen(member);
  return Object.freeze(value);
}
