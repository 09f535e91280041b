/** Ids are kept as bytes in pieces of this size. A longer id gets a piece of its own. */
const PIECE = 1024 * 1024;
/** The table has at most this share of its slots in use, so that a search meets a free one soon. */
const FULL = 0.6;
/** A slot without a row. Rows are stored from 1. */
const FREE = 0;

/**
 * Numbers the cases of several runs by their ids, and remembers the length of each document. It holds no object per
 * case: a million of them take some fifty megabytes.
 */
export class CaseTable {
  #slots = new Uint32Array(1024);
  readonly #hashes = new Column();
  readonly #ids = new IdTexts();
  readonly #sizes = new Column();

  get length(): number {
    return this.#sizes.length;
  }

  /** Returns the row of a case, from 0, and adds a case that is new. */
  rowOf(id: string, size: number): number {
    const hash = hashOf(id);
    const slot = this.#slotOf(id, hash);
    const known = this.#slots[slot] ?? FREE;
    if (known !== FREE) return known - 1;
    const row = this.length;
    this.#hashes.push(hash);
    this.#ids.push(id);
    this.#sizes.push(size);
    this.#slots[slot] = row + 1;
    if (this.length > this.#slots.length * FULL) this.#grow();
    return row;
  }

  idAt(row: number): string {
    return this.#ids.at(row);
  }

  /** Returns the number of characters of the document. */
  sizeAt(row: number): number {
    return this.#sizes.at(row);
  }

  /** Returns the slot that holds the case, or the free one where it belongs. */
  #slotOf(id: string, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const row = (this.#slots[slot] ?? FREE) - 1;
      if (row < 0 || (this.#hashes.at(row) === hash && this.#ids.at(row) === id)) return slot;
    }
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let row = 0; row < this.length; row += 1) {
      let slot = this.#hashes.at(row) & mask;
      while (this.#slots[slot] !== FREE) slot = (slot + 1) & mask;
      this.#slots[slot] = row + 1;
    }
  }
}

/** Whole numbers from 0 to 2³² − 1. The column grows as it is filled; what was never set is 0. */
export class Column {
  length = 0;
  #values = new Uint32Array(1024);

  push(value: number): void {
    this.set(this.length, value);
  }

  set(at: number, value: number): void {
    if (at >= this.#values.length) {
      const larger = new Uint32Array(Math.max(this.#values.length * 2, at + 1));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[at] = value;
    this.length = Math.max(this.length, at + 1);
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }
}

/** Texts as bytes, one after the other. */
class IdTexts {
  readonly #pieces: Buffer[] = [];
  readonly #pieceOf = new Column();
  readonly #starts = new Column();
  readonly #ends = new Column();
  /** Number of bytes that the last piece holds. */
  #used = 0;

  push(text: string): void {
    const bytes = Buffer.from(text);
    let piece = this.#pieces.at(-1);
    if (piece === undefined || this.#used + bytes.length > piece.length) {
      piece = Buffer.allocUnsafe(Math.max(PIECE, bytes.length));
      this.#pieces.push(piece);
      this.#used = 0;
    }
    bytes.copy(piece, this.#used);
    this.#pieceOf.push(this.#pieces.length - 1);
    this.#starts.push(this.#used);
    this.#used += bytes.length;
    this.#ends.push(this.#used);
  }

  at(row: number): string {
    const piece = this.#pieces[this.#pieceOf.at(row)];
    return piece?.toString('utf8', this.#starts.at(row), this.#ends.at(row)) ?? '';
  }
}

/** FNV-1a over the characters of a text, as a whole number below 2³². */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
