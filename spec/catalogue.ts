import { DEFAULT_NORMAL } from './generated/default-normal.ts';
import { PAGE } from './generated/page.ts';
import type { NormalForm } from './generated/normal-form.ts';
import type { PageSection } from './generated/page-file.ts';
import type { RequirementId } from './generated/levels.ts';
import type { AcceptedEntry, NormalDifference, RejectedEntry } from './generated/requirement-file.ts';
import { REQUIREMENTS, TOPICS, type Requirement } from './generated/requirements.ts';

/** An example of a requirement as a whole document; `id` is stable: `ports/range/reject-1`. */
export type Example = AcceptedExample | RejectedExample;

interface ExampleBase {
  readonly id: string;
  readonly requirement: RequirementId;
  /** The YAML document as text. */
  readonly yaml: string;
  /** True if the example has no JSON version, because it is about YAML itself or holds values beyond JSON. */
  readonly yamlOnly: boolean;
}

export interface AcceptedExample extends ExampleBase {
  readonly kind: 'accepted';
  /** The whole expected normal form, with its keys in canonical order. */
  readonly normal: NormalForm;
}

export interface RejectedExample extends ExampleBase {
  readonly kind: 'rejected';
  /** The JSON Pointer to the broken place; `''` is the whole document. */
  readonly path: string;
}

/** The lines of the minimal task. They are put before a snippet that lacks them. */
const MINIMAL_LINES = { type: 'type: task', commands: 'commands: [python train.py]' } as const;

/** The smallest task. Examples take from it what they don't name themselves. */
export const minimalTask: string = `${MINIMAL_LINES.type}\n${MINIMAL_LINES.commands}\n`;

/** The normal form of the minimal task, which consists of every default. */
export const minimalNormal: NormalForm = { ...DEFAULT_NORMAL, commands: ['python train.py'] };

/** Returns all requirements, by topic in the order of the page. */
export function requirements(): readonly Requirement[] {
  return REQUIREMENTS;
}

export function requirement(id: RequirementId): Requirement {
  const found = findRequirement(id);
  if (found === undefined) throw new Error(`levels.ts has ${id} and requirements.ts has not: generate them`);
  return found;
}

/** Returns the requirement with that name, if there is one. */
export function findRequirement(name: string): Requirement | undefined {
  return REQUIREMENTS.find((each) => each.id === name);
}

/** Returns the topics in reading order, each with a sentence about it. */
export function topics(): readonly { readonly topic: string; readonly about: string }[] {
  return TOPICS;
}

/** Returns the reference page, sentence by sentence. */
export function page(): readonly PageSection[] {
  return PAGE;
}

/** Returns the examples of all requirements. */
export function examples(): readonly Example[] {
  return REQUIREMENTS.flatMap((each) => examplesOf(each));
}

/** Returns the examples of one requirement as whole documents, the accepted ones first. */
export function examplesOf(requirement: Requirement): readonly Example[] {
  const accepted = requirement.accepts.map((entry, index) => acceptedExample(requirement.id, entry, index));
  const rejected = (requirement.rejects ?? []).map((entry, index) =>
    rejectedExample(requirement.id, entry, index),
  );
  return [...accepted, ...rejected];
}

function acceptedExample(requirement: RequirementId, entry: AcceptedEntry, index: number): AcceptedExample {
  return {
    kind: 'accepted',
    id: `${requirement}/accept-${index + 1}`,
    requirement,
    yaml: wholeDocument(entry),
    yamlOnly: entry.only === 'yaml',
    // A test compares every such result with the schema of the normal form.
    normal: merged(minimalNormal, entry.normal) as NormalForm,
  };
}

function rejectedExample(requirement: RequirementId, entry: RejectedEntry, index: number): RejectedExample {
  return {
    kind: 'rejected',
    id: `${requirement}/reject-${index + 1}`,
    requirement,
    yaml: wholeDocument(entry),
    yamlOnly: entry.only === 'yaml',
    path: entry.path,
  };
}

/** Returns a document unchanged, or a snippet behind the lines of the minimal task that it lacks. */
function wholeDocument(entry: AcceptedEntry | RejectedEntry): string {
  if ('document' in entry) return entry.document;
  const type = /^type:/m.test(entry.yaml) ? '' : `${MINIMAL_LINES.type}\n`;
  const commands = /^commands:/m.test(entry.yaml) ? '' : `${MINIMAL_LINES.commands}\n`;
  const end = entry.yaml.endsWith('\n') ? '' : '\n';
  return type + commands + entry.yaml + end;
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
