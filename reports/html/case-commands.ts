import type { CaseLine, HeaderLine } from '../../spec/generated/event-log.ts';
import { replayLine } from '../cause-text.ts';
import { visibleInJson, visibleLines } from '../visible.ts';

/** Lines for a shell that are about one case. One that can't be written safely is absent. */
export interface CaseCommands {
  /** Asks the case again. */
  readonly replay: string | undefined;
  /** Prints what the reference makes of the document. */
  readonly normalize: string | undefined;
}

/** A longer line for a shell, in characters, is left out. */
const LONGEST_LINE = 4000;

export function caseCommands(line: CaseLine, header: HeaderLine | undefined): CaseCommands {
  const replay = header === undefined ? undefined : replayLine(header, line);
  return { replay: shortOnly(replay), normalize: shortOnly(header && normalizeLine(line, header)) };
}

/** Standard input is read as YAML, so JSON goes through a file whose name says what it is. */
function normalizeLine({ input: { kind, text } }: CaseLine, { spec }: HeaderLine): string | undefined {
  const document = kind === 'json' ? visibleInJson(text) : text;
  if (visibleLines(document) !== document) return undefined;
  const print = `printf %s ${quoted(document)}`;
  const normalize = `dstack-conformance normalize --edition ${quoted(spec)}`;
  return kind === 'json' ? `${print} > case.json; ${normalize} case.json` : `${print} | ${normalize}`;
}

function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function shortOnly(line: string | undefined): string | undefined {
  return line === undefined || line.length > LONGEST_LINE ? undefined : line;
}
