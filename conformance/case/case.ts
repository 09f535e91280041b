import { createHash, hash } from 'node:crypto';
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

/** So many characters are hashed at a time: a call for each case costs as much as its bytes. */
const BATCH = 65_536;

/** What a certificate names: `sha256:…` over all inputs and expectations, in order. */
export function corpusDigest(cases: Iterable<TestCase>): string {
  const digest = createHash('sha256');
  let batch = '';
  for (const test of cases) {
    batch += contentOf(test);
    if (batch.length < BATCH) continue;
    digest.update(batch);
    batch = '';
  }
  return `sha256:${digest.update(batch).digest('hex')}`;
}

/** Twelve hexadecimal digits that name a case by its content. */
export function caseDigest(test: Pick<TestCase, 'input' | 'expected'>): string {
  return hash('sha256', contentOf(test)).slice(0, 12);
}

/** Makes JSON text fit into one line of the protocol: outside of text, JSON has line breaks only as blanks. */
export function onOneLine(json: string): string {
  return json.replace(/[\r\n]+/g, ' ').trim();
}

/** No two different cases give the same: the text has its length before it, and what follows holds no line break. */
function contentOf({ input, expected }: Pick<TestCase, 'input' | 'expected'>): string {
  return `${input.kind} ${input.text.length} ${input.text} ${expectation(expected)}\n`;
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
