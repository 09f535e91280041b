import type { Warning } from '../../../reference/warnings.ts';
import { visible } from '../../../reports/visible.ts';
import { colorsFor } from './excerpt.ts';

/** Prints warnings about a file on standard error, as `file:line:column: warning: message`. */
export function printWarnings(name: string, warnings: readonly Warning[]): void {
  const colors = colorsFor(process.stderr);
  for (const { line, column, path, message } of warnings) {
    const place = line === undefined || column === undefined ? name : `${name}:${line}:${column}`;
    process.stderr.write(
      `${colors.bold(visible(place))}: ${colors.yellow('warning')}: ${visible(message)} (at ${visible(path)})\n`,
    );
  }
}
