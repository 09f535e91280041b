import { createHash, type Hash } from 'node:crypto';
import type { RequirementId } from '../../spec/generated/levels.ts';
import type { InputKind } from '../../spec/generated/protocol.ts';

/** One question to an implementation, and the right answer. */
export interface TestCase {
  /** Stable: `ports/range/reject-1` for an example, `g/<digest>` for a generated case, `c/<digest>` for a find. */
  readonly id: string;
  readonly input: Input;
  readonly expected: Expected;
  /** What the case exercises; the first one says which topic it belongs to. */
  readonly requirements: readonly RequirementId[];
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

/** What a certificate names: `sha256:…` over all inputs and expectations, in order. */
export function corpusDigest(cases: Iterable<TestCase>): string {
  const hash = createHash('sha256');
  for (const test of cases) addTo(hash, test);
  return `sha256:${hash.digest('hex')}`;
}

/** Twelve hexadecimal digits that name a case by its content. */
export function caseDigest(test: Pick<TestCase, 'input' | 'expected'>): string {
  const hash = createHash('sha256');
  addTo(hash, test);
  return hash.digest('hex').slice(0, 12);
}

/** Makes JSON text fit into one line of the protocol: outside of text, JSON has line breaks only as blanks. */
export function onOneLine(json: string): string {
  return json.replace(/[\r\n]+/g, ' ').trim();
}

function addTo(hash: Hash, { input, expected }: Pick<TestCase, 'input' | 'expected'>): void {
  // A JSON list of texts: no two different cases give the same bytes.
  hash.update(JSON.stringify([input.kind, input.text, ...expectation(expected)]));
  hash.update('\n');
}

function expectation(expected: Expected): string[] {
  switch (expected.kind) {
    case 'accepted':
      return ['accepted', expected.normal];
    case 'rejected':
      return ['rejected', ...expected.violations.flatMap(({ requirement, path }) => [requirement, path])];
  }
}
