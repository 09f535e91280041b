import type { Colors } from '../colors.ts';
import type { Summary } from '../summary.ts';
import { renderBrief, renderQuiet } from './brief.ts';
import { renderTerminal } from './terminal.ts';

/** How much a report for a terminal says: the verdict, what to fix next, or everything. */
export type Detail = 'quiet' | 'brief' | 'verbose';

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
