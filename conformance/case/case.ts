import { hash } from 'node:crypto';
import { LEVELS, type RequirementId } from '../../spec/generated/levels.ts';
import type { InputKind } from '../../spec/generated/protocol.ts';

/** So many digits name a case. */
export const NAMING = 12;

/** One question to an implementation, and the right answer. */
export interface TestCase {
  /** Stable: `ports/range/reject-1` for an example, `g/<digest>` for a generated case, `c/<digest>` for a find. */
  readonly id: string;
  readonly input: Input;
  readonly expected: Expected;
  /** What the case exercises; the first one says which topic it belongs to. */
  readonly requirements: readonly RequirementId[];
  /** What `contentDigest` gives, where it is known already. */
  readonly digest?: string;
}

/** JSON text is sent as it stands, so `1.0` stays `1.0`; it holds no line break. */
export interface Input {
  readonly kind: InputKind;
  readonly text: string;
}

export type Expected =
  /** `normal` is the text that `stringifyNormal` gives. */
  | { readonly kind: 'accepted'; readonly normal: string }
  | { readonly kind: 'rejected'; readonly violations: readonly ExpectedViolation[] };

/** A broken requirement and where: a JSON Pointer into the document. */
export interface ExpectedViolation {
  readonly requirement: RequirementId;
  readonly path: string;
}

/** Whether a text from outside, such as a saved file, names a requirement of today. */
export function isRequirement(id: string): id is RequirementId {
  return Object.hasOwn(LEVELS, id);
}

/** What a certificate names: `sha256:…` over all inputs and expectations, in order. */
export function corpusDigest(cases: Iterable<TestCase>): string {
  let digests = '';
  for (const test of cases) digests += `${test.digest ?? contentDigest(test)}\n`;
  return `sha256:${hash('sha256', digests)}`;
}

/** SHA-256 of what is asked and expected, in hexadecimal. Twelve digits of it name a case. */
export function contentDigest({ input, expected }: Pick<TestCase, 'input' | 'expected'>): string {
  // No two different cases give the same text: the input has its length before it, and the rest holds no line break.
  return hash('sha256', `${input.kind} ${input.text.length} ${input.text} ${expectation(expected)}\n`);
}

export function caseDigest(test: Pick<TestCase, 'input' | 'expected'>): string {
  return contentDigest(test).slice(0, NAMING);
}

/** Makes JSON text fit into one line of the protocol: outside of text, JSON has line breaks only as blanks. */
export function onOneLine(json: string): string {
  return json.replace(/[\r\n]+/g, ' ').trim();
}

function expectation(expected: Expected): string {
  switch (expected.kind) {
    case 'accepted':
      return `accepted ${expected.normal}`;
    case 'rejected': {
      const broken = expected.violations.map(({ requirement, path }) => [requirement, path]);
      return `rejected ${JSON.stringify(broken)}`;
    }
  }
}
