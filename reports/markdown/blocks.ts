import { bytesOf } from '../cut-bytes.ts';

/** A part of a report that may be left out. */
export interface Block {
  /** What it is, in the singular, for the sentence about what was left out. */
  readonly what: string;
  readonly text: string;
}

/** Room for the sentence that says what was left out, in bytes. */
const ROOM_FOR_REST = 500;

/**
 * Joins blocks to a report of at most `most` bytes. Blocks that don't fit are left out, and the last line says how many
 * of each kind.
 */
export function joinBlocks(blocks: readonly Block[], most: number): string {
  const kept: string[] = [];
  const leftOut = new Map<string, number>();
  let room = most - ROOM_FOR_REST;
  for (const { what, text } of blocks) {
    const size = bytesOf(text) + 2;
    if (size <= room) {
      room -= size;
      kept.push(text);
    } else leftOut.set(what, (leftOut.get(what) ?? 0) + 1);
  }
  return `${[...kept, ...restOf(leftOut)].join('\n\n')}\n`;
}

function restOf(leftOut: ReadonlyMap<string, number>): string[] {
  if (leftOut.size === 0) return [];
  const parts = [...leftOut].map(([what, count]) => `${count} ${what}${count === 1 ? '' : 's'}`);
  return [`Left out, because the report would be too long: ${parts.join(', ')}. The log has all of them.`];
}
