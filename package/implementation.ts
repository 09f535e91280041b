import type { Input } from '../conformance/case/case.ts';
import type { Implementation as Asked } from '../conformance/runner/implementation.ts';
import { inProcess } from '../conformance/runner/in-process.ts';
import { implementationOf } from '../conformance/runner/program.ts';
import type { InputKind } from '../spec/generated/protocol.ts';

/** An implementation to certify: a program, or a function in this process. */
export type Implementation = ProgramImplementation | FunctionImplementation;

/** A program that speaks the protocol, or with `plain` one that reads one document from standard input. */
export interface ProgramImplementation {
  /** The program and its arguments. It is started without a shell. */
  readonly command: readonly string[];
  /** The kind of document that a program without an adapter reads; each case gets a process of its own. */
  readonly plain?: InputKind;
  /** With `plain`: only the exit codes count, 0 to accept and 1 to reject. */
  readonly verdicts?: boolean;
}

/**
 * Answers one text, as the protocol's `normalize` does: `{ accepted: … }`, `{ rejected: [ … ] }`, `{ unsupported: '…' }`,
 * or a promise of it. A string is taken as the JSON text of the answer, in which `1.0` stays a float. To throw, or to
 * reject the promise, is a crash.
 */
export type Normalize = (text: string, options: { readonly kind: InputKind }) => unknown;

/** A function in this process. A function that never returns can't be stopped; a promise that never settles is a hang. */
export interface FunctionImplementation {
  readonly name: string;
  readonly version?: string;
  readonly normalize: Normalize;
  /** The kinds of text that it reads; both by default. */
  readonly inputs?: readonly InputKind[];
  /** The fields that it has, such as `nodes` or `resources.gpu`; all by default. */
  readonly fields?: readonly string[];
  /** `verdicts` if it says only whether a document is valid: `{ accepted: true }`. */
  readonly answers?: 'verdicts';
}

/** Makes an implementation one that the runner asks. */
export function askedThrough(implementation: Implementation): Asked {
  if ('command' in implementation) return implementationOf(implementation);
  const { normalize, inputs = ['json', 'yaml'], ...described } = implementation;
  function answer({ kind, text }: Input): unknown {
    return normalize(text, { kind });
  }
  return inProcess({ ...described, language: 'JavaScript', inputs, start: () => answer });
}
