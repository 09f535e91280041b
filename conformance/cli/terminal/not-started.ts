import { visible } from '../../../reports/visible.ts';
import { EXIT_CODES } from '../../judge/grade.ts';
import { colorsFor } from './excerpt.ts';

/** Prints the report of a run whose program can't be started, and returns its exit code. */
export function reportNotStarted(reason: string): number {
  const colors = colorsFor(process.stdout);
  process.stdout.write(
    `grade: ${colors.bold(colors.yellow('incomplete'))}\n  because it could not be started: ${visible(reason)}\n`,
  );
  return EXIT_CODES.incomplete;
}
