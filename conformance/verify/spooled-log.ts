import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openLogText, type LogText } from './log-text.ts';

/**
 * Lets work be done on a log that comes from a stream. A log is gone through several times and may be large, so it is
 * written into a temporary file, which is removed at the end of the work, however that ends.
 */
export async function withSpooledLog<Result>(
  stream: Readable,
  work: (log: LogText) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'dstack-conformance-log-'));
  try {
    const path = join(folder, 'log.ndjson');
    await pipeline(stream, createWriteStream(path));
    return await work(await openLogText(path));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
