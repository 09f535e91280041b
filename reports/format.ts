import type { EditionSpec } from '../spec/edition.ts';
import type { Summary } from './summary.ts';

/** A document in one notation. */
export interface ShownDocument {
  readonly notation: 'json' | 'yaml';
  readonly text: string;
  /** The line of the place that is wrong, from 1; undefined if the document has no such place. */
  readonly line: number | undefined;
}

/**
 * Shows a document in every notation that can say it, the one that was asked first. `place` is a JSON Pointer into it.
 */
export type ShowDocument = (
  input: { readonly kind: 'json' | 'yaml'; readonly text: string },
  place: string,
) => readonly ShownDocument[];

/** What a test of a JUnit report may stand for. */
export const JUNIT_UNITS = ['requirement', 'cause', 'case'] as const;

export type JunitUnit = (typeof JUNIT_UNITS)[number];

/** Settings of a report, and what it needs besides the log. */
export interface ReportContext {
  /** The spec of the edition that was asked; undefined if this suite does not know it. */
  readonly spec: EditionSpec | undefined;
  /** Absent if only the notation that was asked is shown. */
  readonly show?: ShowDocument;
  /** Whether a Markdown report may be longer than GitHub shows. */
  readonly isLong: boolean;
  /** What a test of a JUnit report stands for: a requirement, unless this says otherwise. */
  readonly junitBy?: JunitUnit;
}

/** Renders a report as the text of a file. The same summary always gives the same text. */
export type Render = (summary: Summary, context: ReportContext) => string;
