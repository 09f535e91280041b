import { createHash } from 'node:crypto';
import type { LogSeal } from '../../spec/generated/event-log.ts';
import { FIND_PREFIX } from '../case/case.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { loggedMs } from './event-line.ts';

/** Text is handed to the hash in pieces of at least this many characters, because each call costs more than a line. */
const PIECE = 65_536;

/**
 * Counts and hashes the lines of a log, so that the footer tells a log that is whole from one that was cut, mixed up or
 * edited by accident. It is no proof, because anyone can hash a forged log.
 */
export class Seal {
  readonly #hash = createHash('sha256');
  #waiting = '';
  #lines = 0;

  /** Adds a line as it stands. */
  add(line: string): void {
    this.#lines += 1;
    this.#waiting += `${line}\n`;
    if (this.#waiting.length > PIECE) this.#flush();
  }

  /**
   * Adds the line of a case. All of a passed case but its answer and its time is known from the corpus, so the rest of
   * its line is left out: hashing whole lines would slow a run down by a twentieth. Finds are no part of the corpus.
   */
  addCase({ test, outcome, received, durationMs }: CaseResult, line: string): void {
    const isWhole = outcome.kind !== 'pass' || test.id.startsWith(FIND_PREFIX);
    if (isWhole || received.kind === 'text' || received.kind === 'nothing') {
      this.add(line);
      return;
    }
    const isSame = received.kind === 'same' || isExpected(test, received.json);
    this.add(`${test.id} ${loggedMs(durationMs)} ${isSame ? '' : received.json.replaceAll('\r', ' ')}`);
  }

  /** Returns the seal of the lines so far and of the footer, which is given as it is without its seal. */
  finish(footer: string): LogSeal {
    const lines = this.#lines;
    this.add(footer);
    this.#flush();
    return { lines, digest: `sha256:${this.#hash.digest('hex')}` };
  }

  #flush(): void {
    this.#hash.update(this.#waiting);
    this.#waiting = '';
  }
}

function isExpected({ expected }: CaseResult['test'], json: string): boolean {
  return expected.kind === 'accepted' && json === `{"accepted":${expected.normal}}`;
}
