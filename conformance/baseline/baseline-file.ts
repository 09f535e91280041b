import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';

const LISTED_KINDS = ['fail', 'crash', 'hang', 'protocol-error', 'unsupported'] as const;

/** The outcomes that an entry can list. */
export type ListedKind = (typeof LISTED_KINDS)[number];

/**
 * One known failure or gap: of one case (`*` stands for any text), or of all cases that break a requirement. An
 * unsupported case breaks none, so an entry for a requirement lists the unsupported cases that exercise it.
 */
export interface BaselineEntry {
  readonly target: { readonly kind: 'case' | 'requirement'; readonly name: string };
  readonly outcome: ListedKind;
  readonly reason: string;
  readonly link: string | null;
  /** The line in the file, from 1. */
  readonly line: number;
}

/** The known failures of an implementation, read from its file. */
export interface Baseline {
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
  /** The YAML document of the file, so that an update keeps its comments. */
  readonly document: Document;
}

/** Returns an entry in words, as the end of a run names it. No two entries of a baseline have the same. */
export function entryText({ target: { kind, name }, outcome }: BaselineEntry): string {
  return `${kind} ${name}: ${outcome}`;
}

export type BaselineReading =
  | { readonly kind: 'read'; readonly baseline: Baseline }
  /** Each error begins with `file:line:`. */
  | { readonly kind: 'refused'; readonly errors: readonly string[] };

/** Reads the text of a baseline file: a YAML list of entries, or an empty document. */
export function readBaseline(file: string, text: string): BaselineReading {
  const lines = new LineCounter();
  const document: Document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const errors = document.errors.map(
    ({ pos, message }) => `${file}:${lines.linePos(pos[0]).line}: ${message}`,
  );
  if (errors.length > 0) return { kind: 'refused', errors };
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return { kind: 'read', baseline: { file, entries: [], document } };
  }
  if (!isSeq<Node>(contents))
    return { kind: 'refused', errors: [`${file}:1: a baseline is a list of entries`] };
  const entries: BaselineEntry[] = [];
  const lineOf = new Map<string, number>();
  for (const item of contents.items) {
    const line = lines.linePos(item.range?.[0] ?? 0).line;
    const entry = readEntry(item, line);
    const what = typeof entry === 'string' ? '' : JSON.stringify([entry.target, entry.outcome]);
    const twin = lineOf.get(what);
    lineOf.set(what, line);
    if (typeof entry === 'string') errors.push(`${file}:${line}: ${entry}`);
    else if (twin !== undefined) errors.push(`${file}:${line}: lists the same as line ${twin}`);
    else entries.push(entry);
  }
  return errors.length > 0
    ? { kind: 'refused', errors }
    : { kind: 'read', baseline: { file, entries, document } };
}

const KEYS: ReadonlySet<string> = new Set(['case', 'requirement', 'outcome', 'reason', 'link']);

/** Reads an entry. Returns the error message if the entry is wrong. */
function readEntry(item: Node, line: number): BaselineEntry | string {
  if (!isMap(item)) return 'an entry is a mapping';
  const fields = item.toJSON() as Record<string, unknown>;
  const unknown = Object.keys(fields).find((key) => !KEYS.has(key));
  if (unknown !== undefined)
    return `an entry has no ${JSON.stringify(unknown)}; it has ${[...KEYS].join(', ')}`;
  const wrong = Object.keys(fields).find((key) => typeof fields[key] !== 'string' && fields[key] !== null);
  if (wrong !== undefined) return `${wrong} must be text`;
  const {
    case: name,
    requirement,
    outcome,
    reason,
    link: where,
  } = fields as Record<string, string | null | undefined>;
  if ((name == null) === (requirement == null)) return 'an entry has either a case or a requirement';
  if (!isListedKind(outcome)) return `outcome must be one of ${LISTED_KINDS.join(', ')}`;
  if (reason == null || reason.trim() === '') return 'an entry needs a reason';
  const target =
    name == null
      ? ({ kind: 'requirement', name: requirement ?? '' } as const)
      : ({ kind: 'case', name } as const);
  const entry: BaselineEntry = { target, outcome, reason, link: where ?? null, line };
  return entry;
}

function isListedKind(value: unknown): value is ListedKind {
  return LISTED_KINDS.some((kind) => kind === value);
}
