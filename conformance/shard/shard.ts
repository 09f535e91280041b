import { hash } from 'node:crypto';

/** One of several parts of a run, which are asked apart from each other, such as on several machines. */
export interface Shard {
  /** The number of this part, from 1. */
  readonly index: number;
  /** The number of all parts. */
  readonly of: number;
}

/**
 * The greatest number of parts. Going through a log makes the cases of all parts, so a log that speaks of more could
 * make anyone who verifies it go through cases without end.
 */
export const MOST_SHARDS = 1000;

/**
 * Returns whether a part of a run has what goes by this name, such as a case by its id. Every name belongs to exactly
 * one part, on every machine and whatever else is asked. A run without parts has everything.
 */
export function isInShard(shard: Shard | undefined, name: string): boolean {
  if (shard === undefined) return true;
  // A hash spreads whatever comes in turns, such as the JSON and the YAML text of a document, over all parts.
  return Number.parseInt(hash('sha256', name).slice(0, 8), 16) % shard.of === shard.index - 1;
}

/** Reads a part such as `2/4`. Returns undefined for a text that names none. */
export function parseShard(text: string): Shard | undefined {
  const { index, of } = SHARD.exec(text)?.groups ?? {};
  const shard = { index: Number(index), of: Number(of) };
  return shard.index >= 1 && shard.index <= shard.of && shard.of <= MOST_SHARDS ? shard : undefined;
}

const SHARD = /^(?<index>\d{1,4})\/(?<of>\d{1,4})$/;

export function describeShard({ index, of }: Shard): string {
  return `shard ${index} of ${of}`;
}
