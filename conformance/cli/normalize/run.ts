import type { Violation } from '../../../reference/document/violation.ts';
import { interpretReading } from '../../../reference/interpret-text.ts';
import type { EditionFlag } from '../flags/edition-flag.ts';
import type { Edition } from '../../edition.ts';
import type { Levels } from '../../../spec/edition.ts';
import { levelIn } from '../../../spec/level.ts';
import { visible } from '../../../reports/visible.ts';
import { colorsFor, renderViolations } from '../terminal/excerpt.ts';
import { normalYaml } from './normal-yaml.ts';
import { prettyJson } from '../../files/pretty.ts';
import { readDocument, readSource, shownText, type SourceFile } from '../../files/source-file.ts';

interface Format extends EditionFlag {
  readonly format: 'json' | 'yaml';
  readonly json?: boolean;
}

/** Prints the meaning of each file. Returns the exit code: 1 if a file is rejected, 2 if one can't be read. */
export async function normalizeFiles(paths: readonly string[], format: Format): Promise<number> {
  const edition = await format.edition.load();
  let exitCode = 0;
  for (const path of paths) {
    const source = await readSource(path);
    if (paths.length > 1 && format.json !== true) process.stdout.write(`==> ${visible(source.name)} <==\n`);
    exitCode = Math.max(exitCode, normalizeSource(edition, source, format));
  }
  return exitCode;
}

function normalizeSource({ language, spec }: Edition, source: SourceFile, format: Format): number {
  if (source.kind === 'unreadable') {
    process.stderr.write(`${visible(`${source.name}: ${source.reason}`)}\n`);
    if (format.json === true) printLine({ file: source.name, unreadable: source.reason });
    return 2;
  }
  const verdict = interpretReading(language, readDocument(source));
  switch (verdict.kind) {
    case 'accepted':
      if (format.json === true) printLine({ file: source.name, accepted: verdict.normal });
      else
        process.stdout.write(
          format.format === 'yaml' ? normalYaml(verdict.normal) : prettyJson(verdict.normal),
        );
      return 0;
    case 'rejected':
      if (format.json === true)
        printLine({
          file: source.name,
          rejected: verdict.violations.map((each) => withLevel(spec.levels, each)),
        });
      else {
        const colors = colorsFor(process.stderr);
        process.stderr.write(
          `${renderViolations(source.name, shownText(source), verdict.violations, spec.levels, colors)}\n`,
        );
      }
      return 1;
    default:
      return verdict satisfies never;
  }
}

function withLevel(levels: Levels, { requirement, ...rest }: Violation): object {
  return { requirement, level: levelIn(levels, requirement), ...rest };
}

function printLine(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
