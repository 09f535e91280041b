import type { EditionSpec } from '../spec/edition.ts';
import type { Summary } from './summary.ts';

/** Settings of a report, and what it needs besides the log. */
export interface ReportContext {
  /** The spec of the edition that was asked; undefined if this suite does not know it. */
  readonly spec: EditionSpec | undefined;
  /** Whether a Markdown report may be longer than GitHub shows. */
  readonly isLong: boolean;
}

/** Renders a report as the text of a file. The same summary always gives the same text. */
export type Render = (summary: Summary, context: ReportContext) => string;
