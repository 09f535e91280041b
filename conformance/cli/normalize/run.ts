import { complain } from '../terminal/complain.ts';
import type { Violation } from '../../../reference/document/violation.ts';
import { interpretReading } from '../../../reference/interpret-text.ts';
import { warningsOf } from '../../../reference/warnings.ts';
import { visible, visibleInJson, visibleJson } from '../../../reports/visible.ts';
import type { ReadableEditionFlag } from '../flags/edition-flag.ts';
import type { Interpreter } from '../../edition.ts';
import type { Levels } from '../../../spec/edition.ts';
import { levelIn } from '../../../spec/level.ts';
import { colorsFor, renderViolations } from '../terminal/excerpt.ts';
import { printWarnings } from '../terminal/warnings.ts';
import { normalYaml } from './normal-yaml.ts';
import { prettyJson } from '../../files/pretty.ts';
import { readDocument, readSource, shownText, type SourceFile } from '../../files/source-file.ts';

interface Format extends ReadableEditionFlag {
  readonly format: 'json' | 'yaml';
  readonly json?: boolean;
  readonly warnings?: boolean;
}

/** Prints the meaning of each file. Returns the exit code: 1 if a file is rejected, 2 if one can't be read. */
export async function normalizeFiles(paths: readonly string[], format: Format): Promise<number> {
  const interpreter = await format.edition.loadInterpreter();
  let exitCode = 0;
  for (const path of paths) {
    const source = await readSource(path);
    if (paths.length > 1 && format.json !== true) process.stdout.write(`==> ${visible(source.name)} <==\n`);
    exitCode = Math.max(exitCode, normalizeSource(interpreter, source, format));
  }
  return exitCode;
}

function normalizeSource({ language, levels }: Interpreter, source: SourceFile, format: Format): number {
  if (source.kind === 'unreadable') {
    complain(`${source.name}: ${source.reason}`);
    if (format.json === true) printLine({ file: source.name, unreadable: source.reason });
    return 2;
  }
  const reading = readDocument(source);
  const verdict = interpretReading(language, reading);
  if (format.warnings !== false && reading.kind === 'read')
    printWarnings(source.name, warningsOf(language, reading));
  switch (verdict.kind) {
    case 'accepted':
      if (format.json === true) printLine({ file: source.name, accepted: verdict.normal });
      else
        process.stdout.write(
          format.format === 'yaml' ? normalYaml(verdict.normal) : visibleInJson(prettyJson(verdict.normal)),
        );
      return 0;
    case 'rejected':
      if (format.json === true)
        printLine({
          file: source.name,
          rejected: verdict.violations.map((each) => withLevel(levels, each)),
        });
      else {
        const colors = colorsFor(process.stderr);
        process.stderr.write(
          `${renderViolations(source.name, shownText(source), verdict.violations, levels, colors)}\n`,
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
  process.stdout.write(`${visibleJson(value)}\n`);
}
