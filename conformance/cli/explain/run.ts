import { complain } from '../terminal/complain.ts';
import { interpretReading } from '../../../reference/interpret-text.ts';
import { warningsOf } from '../../../reference/warnings.ts';
import { explainReading, type Explained } from '../../../reference/explain.ts';
import { COMMON_TO_VALUES } from '../../../spec/generated/attributes.ts';
import { findRequirement } from '../../../spec/catalogue.ts';
import type { ReadableEditionFlag } from '../flags/edition-flag.ts';
import type { EditionSpec } from '../../../spec/edition.ts';
import { colorsFor, renderViolations } from '../terminal/excerpt.ts';
import { printWarnings } from '../terminal/warnings.ts';
import { prettyLines } from '../../files/pretty.ts';
import { readDocument, readSource, shownText } from '../../files/source-file.ts';
import { columnsOf, padColumns } from '../../../reports/columns.ts';
import { visible, visibleJson } from '../../../reports/visible.ts';

export interface ExplainFlags extends ReadableEditionFlag {
  readonly json?: boolean;
  readonly warnings?: boolean;
}

/** Prints the normal form of a file with the origin of each value, and returns the exit code. */
export async function explainFile(path: string, flags: ExplainFlags): Promise<number> {
  const [{ language }, spec] = await Promise.all([flags.edition.loadInterpreter(), flags.edition.loadSpec()]);
  const source = await readSource(path);
  if (source.kind === 'unreadable') {
    complain(`${source.name}: ${source.reason}`);
    return 2;
  }
  const reading = readDocument(source);
  const verdict = interpretReading(language, reading);
  if (flags.warnings !== false && reading.kind === 'read')
    printWarnings(source.name, warningsOf(language, reading));
  if (verdict.kind === 'rejected' || reading.kind === 'refused') {
    const violations = verdict.kind === 'rejected' ? verdict.violations : [];
    process.stderr.write(
      `${renderViolations(source.name, shownText(source), violations, spec.levels, colorsFor(process.stderr))}\n`,
    );
    return 1;
  }
  const explained = explainReading(language, reading);
  process.stdout.write(flags.json === true ? asJson(explained) : asText(spec, verdict.normal, explained));
  return 0;
}

function asJson(explained: ReadonlyMap<string, Explained>): string {
  const rows = [...explained.values()].map(({ pointer, value, origin, line }) => ({
    pointer,
    value,
    kind: origin.kind,
    from: origin.from,
    line: line ?? null,
    requirements: origin.requirements,
  }));
  return `${visibleJson(rows, 2)}\n`;
}

const WIDEST = 48;

function asText(spec: EditionSpec, normal: unknown, explained: ReadonlyMap<string, Explained>): string {
  const lines = prettyLines(normal).map(({ text, pointer }) => ({
    text: visible(text),
    note: pointer === undefined ? undefined : explained.get(pointer),
  }));
  const width = Math.min(WIDEST, Math.max(...lines.map(({ text }) => columnsOf(text))));
  const colors = colorsFor(process.stdout);
  return lines
    .map(({ text, note }) =>
      note === undefined
        ? `${text}\n`
        : `${padColumns(text, width)}  ${colors.dim(`# ${noteOf(spec, note)}`)}\n`,
    )
    .join('');
}

/**
 * Renders an origin, such as `given at line 3: ports/mapping: …`. The most telling requirement is the last one that
 * decided the value and is not common to all values of its kind.
 */
function noteOf(spec: EditionSpec, { origin, line }: Explained): string {
  const id =
    origin.requirements.findLast((each) => !COMMON_TO_VALUES.has(each)) ?? origin.requirements.at(-1);
  const rule = id === undefined ? '' : `${id}: ${findRequirement(spec, id)?.sentence ?? ''}`;
  const place = line === undefined ? '' : ` at line ${line}`;
  switch (origin.kind) {
    case 'given':
      return `given${place}: ${rule}`;
    case 'default':
      return `default${origin.from === '' ? '' : ` (null${place})`}: ${rule}`;
    case 'derived':
      return `derived from ${origin.from}${place}: ${rule}`;
    default:
      return origin.kind satisfies never;
  }
}
