import { randomUUID } from 'node:crypto';
import type { InputKind } from '../../spec/generated/protocol.ts';
import { fieldsGivenIn } from '../case/asked.ts';
import type { TestCase } from '../case/case.ts';
import { settingsOf } from '../certify/certify.ts';
import { declaredEdition, withFields } from '../declared/declared-edition.ts';
import type { Edition } from '../edition.ts';
import type { CaseResult } from '../judge/outcome.ts';
import type { Introduction } from '../protocol/handshake.ts';
import type { Implementation } from '../runner/implementation.ts';
import type { RunnerEvents } from '../runner/run.ts';
import { documentCase } from './document-case.ts';
import { inputOf, type Document } from './document.ts';

export interface AskOptions {
  readonly edition: Edition;
  readonly document: Document;
  /** The kind of text to send, if the implementation takes it. The default is the kind of the document. */
  readonly input?: InputKind;
  /** The names of the fields that are judged, whatever the implementation declares. */
  readonly fields?: readonly string[];
  readonly timeoutMs: number;
  readonly startupTimeoutMs: number;
  /** Aborting this signal ends the question. */
  readonly signal: AbortSignal;
}

export type Asked =
  | Answered
  /** The implementation takes no text that says what the document says. `reason` is a sentence about the document. */
  | { readonly kind: 'unsayable'; readonly reason: string }
  /** The implementation could not be asked. `reason` is a sentence about it. */
  | { readonly kind: 'not-asked'; readonly reason: string };

export interface Answered {
  readonly kind: 'answered';
  readonly introduction: Introduction;
  readonly result: CaseResult;
  /** The names of fields that the document gives and the implementation does not declare. */
  readonly undeclared: readonly string[];
  /** Remarks of the runner. */
  readonly notes: readonly string[];
}

/** A process that ends is started this many times more, so that a crash is seen twice. */
const RESTARTS = 5;

/** Asks an implementation one document, a failure once more, and judges the answer as a certificate does. */
export async function askDocument(implementation: Implementation, options: AskOptions): Promise<Asked> {
  const settings = settingsOf({ ...options, jobs: 1 }, randomUUID());
  const notes = new Set<string>();
  let asked: { readonly introduction: Introduction; readonly test: TestCase } | undefined;
  let unsayable: string | undefined;
  let result: CaseResult | undefined;
  let fault: string | undefined;
  const events: RunnerEvents = {
    started: (introduction) => {
      const question = questionTo(introduction, options);
      if (question.kind === 'unsayable') unsayable = question.reason;
      else asked = { introduction, test: question.test };
      return { cases: asked === undefined ? [] : [asked.test], maxRestarts: RESTARTS };
    },
    result: (each) => {
      result = each;
    },
    fault: ({ message }) => {
      fault ??= message;
    },
    note: (note) => notes.add(note),
  };
  const end = await implementation.askAll(settings, events);
  if (unsayable !== undefined) return { kind: 'unsayable', reason: unsayable };
  if (asked === undefined || result === undefined)
    return { kind: 'not-asked', reason: end.stopped ?? fault ?? 'it gave no answer' };
  const { introduction, test } = asked;
  const remarks = fault === undefined ? [...notes] : [...notes, fault];
  return { kind: 'answered', introduction, result, undeclared: undeclaredIn(test), notes: remarks };
}

type Question =
  | { readonly kind: 'case'; readonly test: TestCase }
  | { readonly kind: 'unsayable'; readonly reason: string };

function questionTo(introduction: Introduction, options: AskOptions): Question {
  const { edition, document, fields, input = document.kind } = options;
  const { inputs } = introduction;
  const kind = inputs.includes(input) ? input : (inputs[0] ?? input);
  const sendable = inputOf(document, kind);
  if (sendable.kind === 'unsayable') return sendable;
  const declared = declaredEdition(edition, withFields(introduction, fields));
  return { kind: 'case', test: documentCase(declared, sendable.input) };
}

/** Returns the fields that a document gives and its edition, as the implementation declares it, has not. */
function undeclaredIn(test: TestCase): readonly string[] {
  const { offer } = test.edition.grammar;
  if (offer === undefined) return [];
  return (fieldsGivenIn(test) ?? []).filter((name) => !offer.has(name.split('.')));
}
