import { isScalar, isSeq, LineCounter, parseDocument, type Document, type YAMLMap, type YAMLSeq } from 'yaml';
import { isMap } from 'yaml';
import type { Listed } from './event-line.ts';
import { isFailure, type CaseResult, type Outcome } from './outcome.ts';

type FailureKind = 'fail' | 'crash' | 'hang' | 'protocol-error';
const FAILURES: readonly FailureKind[] = ['fail', 'crash', 'hang', 'protocol-error'];

/** One known failure: of one case (`*` stands for any text), or of all cases that break a requirement. */
export interface BaselineEntry {
  readonly target: { readonly kind: 'case' | 'requirement'; readonly name: string };
  readonly outcome: FailureKind;
  readonly reason: string;
  readonly link: string | null;
  /** In the file, from 1. */
  readonly line: number;
}

/** The known failures of an implementation, as its file lists them. */
export interface Baseline {
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
  /** The file itself, so that an update keeps its comments. */
  readonly document: Document;
}

export type BaselineReading =
  | { readonly kind: 'read'; readonly baseline: Baseline }
  | { readonly kind: 'refused'; readonly errors: readonly string[] };

/** Reads the text of a baseline file; `errors` begin with `file:line:`. */
export function readBaseline(file: string, text: string): BaselineReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const errors = document.errors.map(({ pos, message }) => `${file}:${lines.linePos(pos[0]).line}: ${message}`);
  if (errors.length > 0) return { kind: 'refused', errors };
  const { contents } = document;
  if (contents === null) return { kind: 'read', baseline: { file, entries: [], document } };
  if (!isSeq(contents)) return { kind: 'refused', errors: [`${file}:1: a baseline is a list of entries`] };
  const entries: BaselineEntry[] = [];
  for (const item of contents.items) {
    const line = lines.linePos(startOf(item)).line;
    const entry = readEntry(item, line);
    if (typeof entry === 'string') errors.push(`${file}:${line}: ${entry}`);
    else entries.push(entry);
  }
  return errors.length > 0 ? { kind: 'refused', errors } : { kind: 'read', baseline: { file, entries, document } };
}
