import type { EditionSpec, MinimalDocument, Requirement } from './edition.ts';
import type { AcceptedEntry, NormalDifference, RejectedEntry } from './generated/requirement-file.ts';
import type { RequirementId } from './generated/requirement-ids.ts';

/** An example of a requirement as a whole document; `id` is stable: `ports/range/reject-1`. */
export type Example<Normal extends object = object> = AcceptedExample<Normal> | RejectedExample;

interface ExampleBase {
  readonly id: string;
  readonly requirement: RequirementId;
  /** The YAML document as text. */
  readonly yaml: string;
  /** True if the example has no JSON version, because it is about YAML itself or holds values beyond JSON. */
  readonly yamlOnly: boolean;
}

export interface AcceptedExample<Normal extends object = object> extends ExampleBase {
  readonly kind: 'accepted';
  /** The whole expected normal form, with its keys in canonical order. */
  readonly normal: Normal;
}

export interface RejectedExample extends ExampleBase {
  readonly kind: 'rejected';
  /** The JSON Pointer to the broken place; `''` is the whole document. */
  readonly path: string;
}

type Catalogue<Normal extends object = object> = Pick<EditionSpec<Normal>, 'requirements' | 'minimal'>;

/** Returns the requirement with that name, if there is one. */
export function findRequirement(
  { requirements }: Pick<EditionSpec, 'requirements'>,
  name: string,
): Requirement | undefined {
  return requirements.find((each) => each.id === name);
}

/** Returns the examples of all requirements. */
export function examples<Normal extends object>(spec: Catalogue<Normal>): readonly Example<Normal>[] {
  return spec.requirements.flatMap((each) => examplesOf(spec, each));
}

/** Returns the examples of one requirement as whole documents, the accepted ones first. */
export function examplesOf<Normal extends object>(
  { minimal }: Pick<Catalogue<Normal>, 'minimal'>,
  requirement: Requirement,
): readonly Example<Normal>[] {
  const accepted = requirement.accepts.map((entry, index) =>
    acceptedExample(minimal, requirement.id, entry, index),
  );
  const rejected = (requirement.rejects ?? []).map((entry, index) =>
    rejectedExample(minimal, requirement.id, entry, index),
  );
  return [...accepted, ...rejected];
}

function acceptedExample<Normal extends object>(
  minimal: MinimalDocument<Normal>,
  requirement: RequirementId,
  entry: AcceptedEntry,
  index: number,
): AcceptedExample<Normal> {
  return {
    kind: 'accepted',
    id: `${requirement}/accept-${index + 1}`,
    requirement,
    yaml: wholeDocument(minimal, entry),
    yamlOnly: entry.only === 'yaml',
    // A test compares every such result with the schema of the normal form.
    normal: merged(minimal.normal, entry.normal) as Normal,
  };
}

function rejectedExample(
  minimal: MinimalDocument,
  requirement: RequirementId,
  entry: RejectedEntry,
  index: number,
): RejectedExample {
  return {
    kind: 'rejected',
    id: `${requirement}/reject-${index + 1}`,
    requirement,
    yaml: wholeDocument(minimal, entry),
    yamlOnly: entry.only === 'yaml',
    path: entry.path,
  };
}

/** Returns a document unchanged, or a snippet behind the lines of the minimal document that it lacks. */
function wholeDocument({ document }: MinimalDocument, entry: AcceptedEntry | RejectedEntry): string {
  if ('document' in entry) return entry.document;
  const { yaml } = entry;
  const lacking = document.split(/(?<=\n)/).filter((line) => !hasField(yaml, line));
  const end = yaml.endsWith('\n') ? '' : '\n';
  return lacking.join('') + yaml + end;
}

/** Returns whether a line of a snippet begins with the field of a line of the minimal document. */
function hasField(yaml: string, minimalLine: string): boolean {
  const field = minimalLine.slice(0, minimalLine.indexOf(':') + 1);
  return yaml.split('\n').some((line) => line.startsWith(field));
}

/** Merges mappings, in the order of the first one. Lists and scalars of the second one replace those of the first. */
function merged(whole: unknown, difference: unknown): unknown {
  if (!isMapping(whole) || !isMapping(difference)) return difference;
  const result: Record<string, unknown> = { ...whole };
  for (const key of Object.keys(difference)) result[key] = merged(whole[key], difference[key]);
  return result;
}

function isMapping(value: unknown): value is NormalDifference {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
