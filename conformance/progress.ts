const EVERY_MS = 200;

/** Progress on standard error, and only where that is a terminal: one line, written over. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #started = Date.now();
  #shownAt = 0;

  constructor(stream: NodeJS.WriteStream = process.stderr) {
    this.#stream = stream;
  }

  show(text: string): void {
    if (!this.#stream.isTTY || process.env.CI !== undefined) return;
    const now = Date.now();
    if (now - this.#started < 2 * EVERY_MS || now - this.#shownAt < EVERY_MS) return;
    this.#shownAt = now;
    this.#stream.write(`\r\u001b[K${text}`);
  }

  clear(): void {
    if (this.#shownAt > 0) this.#stream.write('\r\u001b[K');
    this.#shownAt = 0;
  }
}
