import { Child, type ChildSettings } from './child.ts';
import type { Exit } from './exit.ts';

/** The output and the end of a process that got one document. Texts hold one character per byte. */
export interface PlainRun {
  readonly exit: Exit;
  readonly output: string;
  readonly stderr: string;
  readonly ms: number;
  /** The reason why the process was stopped; undefined if it ended by itself. */
  readonly stopped: 'silent' | 'too-long' | 'aborted' | undefined;
}

export interface PlainProcessSettings extends ChildSettings {
  readonly timeoutMs: number;
  readonly maxMessageBytes: number;
  readonly signal: AbortSignal;
}

/** Starts a process, gives it a document on standard input, and waits for its end. */
export function runPlainProcess(settings: PlainProcessSettings, input: string): Promise<PlainRun> {
  const { timeoutMs, maxMessageBytes, signal } = settings;
  const startedAt = performance.now();
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let stopped: PlainRun['stopped'];
    const child = new Child(settings, {
      output: (chunk) => {
        length += chunk.length;
        if (length <= maxMessageBytes) chunks.push(chunk);
        else stop('too-long');
      },
      closed: () => undefined,
      ended: (exit) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
        const output = Buffer.concat(chunks).toString('latin1');
        const ms = performance.now() - startedAt;
        done({ exit, output, stderr: child.stderr.since(0), ms, stopped });
      },
    });
    const timer = setTimeout(() => {
      stop('silent');
    }, timeoutMs);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    child.write(input);
    child.closeInput();

    function stop(why: PlainRun['stopped']): void {
      stopped ??= why;
      child.kill();
    }

    function abort(): void {
      stop('aborted');
    }
  });
}
