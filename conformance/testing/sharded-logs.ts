import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CertifySettings } from '../certify/certify-options.ts';
import type { Implementation } from '../runner/implementation.ts';
import { logOf } from './honest-log.ts';

/** Returns the lines of the logs of all shards of a run, without newlines. */
export function shardsOf(
  of: number,
  program: string | Implementation,
  options: Partial<CertifySettings> = {},
): Promise<string[][]> {
  const indexes = Array.from({ length: of }, (_, at) => at + 1);
  return Promise.all(indexes.map((index) => logOf(program, { ...options, shard: { index, of } })));
}

/** A folder for logs, which is removed in the end. */
export class LogFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'shards-'));

  /** Writes a log, given as lines without newlines or as text, and returns its path. */
  write(name: string, log: readonly string[] | string): string {
    const path = join(this.path, name);
    writeFileSync(path, typeof log === 'string' ? log : log.map((line) => `${line}\n`).join(''));
    return path;
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}
