import { FAIL_SYMPTOMS, type FailSymptom } from './wrong-parts.ts';
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
  /** The only way in which answers may be wrong. Without it, any way is meant. */
  readonly symptom?: FailSymptom;
  /** The requirements that the case may break. Without them, an entry for a case lists all that is wrong there. */
  readonly breaks?: readonly string[];
  /** True if it fails only sometimes: then it may also pass. */
  readonly flaky: boolean;
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
export function entryText({ target: { kind, name }, outcome, symptom, breaks }: BaselineEntry): string {
  const details = [...(symptom === undefined ? [] : [symptom]), ...(breaks ?? [])];
  return `${kind} ${name}: ${outcome}${details.length === 0 ? '' : ` (${details.join(', ')})`}`;
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
    const what = typeof entry === 'string' ? '' : entryText(entry);
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

const KEYS: ReadonlySet<string> = new Set([
  'case',
  'requirement',
  'outcome',
  'symptom',
  'breaks',
  'flaky',
  'reason',
  'link',
]);

/** Reads an entry. Returns the error message if the entry is wrong. */
function readEntry(item: Node, line: number): BaselineEntry | string {
  if (!isMap(item)) return 'an entry is a mapping';
  const { breaks, flaky, ...texts } = item.toJSON() as Record<string, unknown>;
  const unknown = Object.keys(texts).find((key) => !KEYS.has(key));
  if (unknown !== undefined)
    return `an entry has no ${JSON.stringify(unknown)}; it has ${[...KEYS].join(', ')}`;
  const wrong = Object.keys(texts).find((key) => typeof texts[key] !== 'string' && texts[key] !== null);
  if (wrong !== undefined) return `${wrong} must be text`;
  const {
    case: name,
    requirement,
    outcome,
    symptom,
    reason,
    link: where,
  } = texts as Record<string, string | null | undefined>;
  if ((name == null) === (requirement == null)) return 'an entry has either a case or a requirement';
  if (!isListedKind(outcome)) return `outcome must be one of ${LISTED_KINDS.join(', ')}`;
  if (symptom != null && !isSymptom(symptom)) return `symptom must be one of ${FAIL_SYMPTOMS.join(', ')}`;
  if (symptom != null && outcome !== 'fail') return 'symptom is only for the outcome fail';
  if (breaks != null && !isListOfText(breaks)) return 'breaks must be a list of requirements';
  if (breaks != null && (name == null || outcome !== 'fail'))
    return 'breaks is only for a case with the outcome fail';
  if (flaky != null && typeof flaky !== 'boolean') return 'flaky must be true or false';
  if (reason == null || reason.trim() === '') return 'an entry needs a reason';
  const entry: BaselineEntry = {
    target: name == null ? { kind: 'requirement', name: requirement ?? '' } : { kind: 'case', name },
    outcome,
    ...(symptom == null ? {} : { symptom }),
    ...(breaks == null ? {} : { breaks }),
    flaky: flaky ?? false,
    reason,
    link: where ?? null,
    line,
  };
  return entry;
}

function isListedKind(value: unknown): value is ListedKind {
  return LISTED_KINDS.some((kind) => kind === value);
}

function isSymptom(value: unknown): value is FailSymptom {
  return FAIL_SYMPTOMS.some((symptom) => symptom === value);
}

function isListOfText(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string');
}
