import type { EditionFlag } from '../flags/edition-flag.ts';
import { checkGolden, goldenExitCode, writeGolden } from '../../golden/golden.ts';
import { goldenReport } from './text.ts';

export interface GoldenFlags extends EditionFlag {
  readonly json?: boolean;
  readonly update?: boolean;
}

/** The commands `golden write` and `golden check`: prints the result for each file, and returns the exit code. */
export async function runGolden(
  what: 'write' | 'check',
  folders: readonly string[],
  flags: GoldenFlags,
): Promise<number> {
  const edition = await flags.edition.load();
  const results =
    what === 'write' ? await writeGolden(edition, folders) : await checkGolden(edition, folders);
  process.stdout.write(goldenReport(results, flags));
  return goldenExitCode(results);
}
