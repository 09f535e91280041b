import type { Colors } from '../colors.ts';
import type { Summary } from '../summary.ts';
import { briefBody, renderBrief, renderQuiet } from './brief.ts';
import { renderTerminal, terminalBody } from './terminal.ts';

/** How much a report for a terminal says: the verdict, what to fix next, or everything. */
export type Detail = 'quiet' | 'brief' | 'verbose';

/** Returns the lines of a report below its verdict. */
export function reportBody(
  summary: Summary,
  detail: Exclude<Detail, 'quiet'>,
  colors: Colors,
): readonly string[] {
  return detail === 'brief' ? briefBody(summary, colors) : terminalBody(summary, colors);
}

export function renderReport(summary: Summary, detail: Detail, colors: Colors): string {
  switch (detail) {
    case 'quiet':
      return renderQuiet(summary, colors);
    case 'brief':
      return renderBrief(summary, colors);
    case 'verbose':
      return renderTerminal(summary, colors);
  }
}
