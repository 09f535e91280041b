import type { EditionFile, Minimal } from './generated/edition-file.ts';
import type { ChangedEntry, RequirementEntry, RequirementFile } from './generated/requirement-file.ts';

/** The data files of one edition as they are written. */
export interface OwnData {
  readonly edition: EditionFile;
  /** The requirement files, in any order. */
  readonly files: readonly RequirementFile[];
}

/** The data of an edition with all that it takes over from the edition that it extends. */
export interface ResolvedData {
  readonly edition: EditionFile;
  /** The requirement files in reading order, without changes. No file is empty. */
  readonly files: readonly RequirementFile[];
  readonly minimal: Minimal;
}

/** `faulty` has one sentence for each fault of the data. */
export type Resolution =
  | { readonly kind: 'resolved'; readonly data: ResolvedData }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

/**
 * Completes the data of an edition. Without a base, the edition extends no other one. With a base, it has the
 * requirements of the base in their places, without those that it removes and with its changes, and its new ones behind
 * them.
 */
export function resolveEdition(own: OwnData, base?: ResolvedData): Resolution {
  const order = orderOf(own, base);
  const minimal = own.edition.minimal ?? base?.minimal;
  const faults = [...faultsOf(own, base), ...faultsOfOrder(own, base, order)];
  if (minimal === undefined) faults.push('the edition has no minimal document');
  if (minimal === undefined || faults.length > 0) return { kind: 'faulty', faults };
  const files = order
    .map((topic) => resolveFile(topic, own, base))
    .filter(({ requirements }) => requirements.length > 0);
  return { kind: 'resolved', data: { edition: own.edition, files, minimal } };
}

/** Returns the topics in reading order. New topics come last if the edition does not say otherwise. */
function orderOf({ edition, files }: OwnData, base: ResolvedData | undefined): readonly string[] {
  if (edition.topics !== undefined) return edition.topics;
  return [...new Set([...topicsOf(base?.files ?? []), ...topicsOf(files)])];
}

function faultsOfOrder(own: OwnData, base: ResolvedData | undefined, order: readonly string[]): string[] {
  const named = new Set([...topicsOf(base?.files ?? []), ...topicsOf(own.files)]);
  return [
    ...[...named].filter((topic) => !order.includes(topic)).map((topic) => `the topics lack ${topic}`),
    ...order.filter((topic) => !named.has(topic)).map((topic) => `there is no topic ${topic}`),
  ];
}

/** Returns the faults of the edition's own data: ids that the base has or lacks, and ids that stand twice. */
function faultsOf({ edition, files }: OwnData, base: ResolvedData | undefined): string[] {
  const inherited = new Map(
    (base?.files ?? []).flatMap(({ topic, requirements }) => requirements.map(({ id }) => [id, topic])),
  );
  const removed = edition.removes ?? [];
  const said = files.flatMap(({ requirements, changes = [] }) => [...requirements, ...changes]);
  const ids = [...said.map(({ id }) => id), ...removed];
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is named twice`),
    ...removed
      .filter((id) => !inherited.has(id))
      .map((id) => `${id} is removed, and the extended edition has no such requirement`),
    ...files.flatMap(({ topic, requirements, changes = [] }) => [
      ...requirements
        .filter(({ id }) => inherited.has(id))
        .map(({ id }) => `${id} is not new: the extended edition has it, so it belongs to the changes`),
      ...changes
        .filter(({ id }) => inherited.get(id) !== topic)
        .map(({ id }) => `${id} is changed, and the topic ${topic} of the extended edition lacks it`),
    ]),
  ];
}

function resolveFile(
  topic: string,
  { edition, files }: OwnData,
  base: ResolvedData | undefined,
): RequirementFile {
  const removed = new Set<string>(edition.removes);
  const own = files.find((each) => each.topic === topic);
  const inherited = base?.files.find((each) => each.topic === topic);
  const changes = new Map((own?.changes ?? []).map((change) => [change.id, change]));
  return {
    topic,
    about: own?.about ?? inherited?.about ?? '',
    requirements: [
      ...(inherited?.requirements ?? [])
        .filter(({ id }) => !removed.has(id))
        .map((entry) => withChange(entry, changes.get(entry.id))),
      ...(own?.requirements ?? []),
    ],
  };
}

/** Returns a requirement with its change. Each part that the change says replaces the whole part. */
function withChange(entry: RequirementEntry, change: ChangedEntry | undefined): RequirementEntry {
  if (change === undefined) return entry;
  const { rejects, ...parts } = { ...entry, ...change };
  return rejects === undefined || rejects.length === 0 ? parts : { ...parts, rejects };
}

function topicsOf(files: readonly RequirementFile[]): string[] {
  return files.map(({ topic }) => topic);
}
