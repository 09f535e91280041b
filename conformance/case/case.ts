import { hash } from 'node:crypto';
import { REQUIREMENT_IDS, type RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { InputKind } from '../../spec/generated/protocol.ts';
import type { Edition } from '../edition.ts';

/** The id of a case has this many digits of its digest. */
export const NAMING = 12;

/** The ids of saved finds begin with this text. */
export const FIND_PREFIX = 'c/';

/** One question to an implementation, and the right answer. */
export interface TestCase {
  /**
   * A stable name: `ports/range/reject-1` for an example, `g/<digest>` for a generated case, `c/<digest>` for a find.
   */
  readonly id: string;
  /** The edition whose page and release settle the right answer. */
  readonly edition: Edition;
  readonly input: Input;
  readonly expected: Expected;
  /** The requirements that the case exercises. The first one decides its topic. */
  readonly requirements: readonly RequirementId[];
  /** The result of `contentDigest`, if it is already known. */
  readonly digest?: string;
}

/** A document as text. JSON text is sent unchanged, so `1.0` stays `1.0`; it holds no line break. */
export interface Input {
  readonly kind: InputKind;
  readonly text: string;
}

export type Expected =
  /** `normal` is the canonical text of the normal form. */
  | { readonly kind: 'accepted'; readonly normal: string }
  | { readonly kind: 'rejected'; readonly violations: readonly ExpectedViolation[] };

/** A broken requirement and where: a JSON Pointer into the document. */
export interface ExpectedViolation {
  readonly requirement: RequirementId;
  readonly path: string;
}

const IDS: ReadonlySet<string> = new Set(REQUIREMENT_IDS);

/** Returns whether a text from outside, such as a saved file, is the id of a requirement that exists in some edition. */
export function isRequirement(id: string): id is RequirementId {
  return IDS.has(id);
}

/** Returns the SHA-256 of the input and the expectation, in hexadecimal. Its first twelve digits name a case. */
export function contentDigest({ input, expected }: Pick<TestCase, 'input' | 'expected'>): string {
  // Different cases always give different texts: the length stands before the input, and the rest holds no line break.
  return hash('sha256', `${input.kind} ${input.text.length} ${input.text} ${expectation(expected)}\n`);
}

export function caseDigest(test: Pick<TestCase, 'input' | 'expected'>): string {
  return contentDigest(test).slice(0, NAMING);
}

/** Makes JSON text fit into one line of the protocol. Outside of strings, JSON has line breaks only as blanks. */
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
