import type { ReadableEditionFlag } from '../flags/edition-flag.ts';
import { checkGolden, goldenExitCode, writeGolden } from '../../golden/golden.ts';
import { printWarnings } from '../terminal/warnings.ts';
import { goldenReport } from './text.ts';

export interface GoldenFlags extends ReadableEditionFlag {
  readonly json?: boolean;
  readonly update?: boolean;
  readonly warnings: boolean;
}

/** The commands `golden write` and `golden check`: prints the result for each file, and returns the exit code. */
export async function runGolden(
  what: 'write' | 'check',
  folders: readonly string[],
  flags: GoldenFlags,
): Promise<number> {
  const interpreter = await flags.edition.loadInterpreter();
  const warn = flags.warnings ? printWarnings : undefined;
  const results =
    what === 'write'
      ? await writeGolden(interpreter, folders, warn)
      : await checkGolden(interpreter, folders, warn);
  process.stdout.write(goldenReport(results, flags));
  // Writing leaves orphans alone, which is no failure to write.
  return goldenExitCode(what === 'write' ? results.filter(({ kind }) => kind !== 'orphan') : results);
}
