import { stat } from 'node:fs/promises';
import { EDITIONS, type Register } from '../editions/register.ts';
import { readCorpus, refusals, saveFind, type CorpusReading, type SavedFind } from './corpus.ts';
import type { Find } from './find.ts';

/** A find that a merged corpus does not take, because it has the same question already. */
export interface LeftOut {
  readonly path: string;
  /** The find that the corpus has. */
  readonly kept: string;
  /** `the same find`, or what the corpus says otherwise about the question. */
  readonly why: 'the same find' | 'another failure' | 'other requirements' | 'another right answer';
}

export interface MergedCorpus {
  /** The paths of the finds that the corpus did not have. */
  readonly added: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** One line for each find that can't be used, beginning with its name. */
  readonly errors: readonly string[];
}

/**
 * Puts the finds of several folders into one, which may have finds already. Each question is kept once: that of the
 * corpus first, then in the order of the folders. Nothing is written while the corpus itself holds an unusable find.
 */
export async function mergeCorpora(
  folders: readonly string[],
  into: string,
  editions: Register = EDITIONS,
): Promise<MergedCorpus> {
  const there = await readIfThere(into, editions);
  const damaged = refusals(there);
  if (damaged.length > 0) return { added: [], leftOut: [], errors: damaged };
  const reading = await readCorpus(folders, editions);
  const kept = new Map(there.finds.map((saved) => [questionOf(saved.find), saved]));
  const added: string[] = [];
  const leftOut: LeftOut[] = [];
  for (const saved of reading.finds) {
    const question = questionOf(saved.find);
    const same = kept.get(question);
    if (same !== undefined) {
      if (same.path !== saved.path) leftOut.push(compared(saved, same));
      continue;
    }
    const path = await saveFind(into, saved.find);
    kept.set(question, { ...saved, path });
    added.push(path);
  }
  return { added, leftOut, errors: refusals(reading) };
}

async function readIfThere(folder: string, editions: Register): Promise<CorpusReading> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  return isThere ? readCorpus([folder], editions) : { finds: [], stale: [], errors: [] };
}

function questionOf({ edition, input }: Find): string {
  return JSON.stringify([edition.id, input.kind, input.text]);
}

function compared({ path, find }: SavedFind, { path: kept, find: its }: SavedFind): LeftOut {
  return { path, kept, why: difference(find, its) };
}

function difference(find: Find, other: Find): LeftOut['why'] {
  if (!isSame(find.expected, other.expected)) return 'another right answer';
  if (!isSame(find.failure, other.failure)) return 'another failure';
  return isSame(find.requirements, other.requirements) ? 'the same find' : 'other requirements';
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
