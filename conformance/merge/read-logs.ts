import { EDITIONS, type Register } from '../editions/register.ts';
import { errorText } from '../error-text.ts';
import { openLogText } from '../verify/log-text.ts';
import { verifyLog } from '../verify/verify-log.ts';
import { mergeShards, type ReadRun } from './merge-shards.ts';
import { readShardLogs, type NamedLog } from './shard-logs.ts';

export type RunReading =
  | { readonly kind: 'read'; readonly run: ReadRun }
  /** One sentence for each file that can't be read, or about logs that don't belong together. */
  | { readonly kind: 'refused'; readonly errors: readonly string[] };

/** Reads and verifies the log of a run, or those of the shards of a run. */
export async function readLogs(paths: readonly string[], editions: Register = EDITIONS): Promise<RunReading> {
  const opened = await openLogs(paths);
  if (opened.kind === 'refused') return opened;
  const reading = readShardLogs(opened.logs);
  switch (reading.kind) {
    case 'sharded':
      return { kind: 'read', run: await mergeShards(reading.run, editions) };
    case 'mixed':
      return refused(
        `${reading.path} is of a whole run, and can't be put together with shards of another one`,
      );
    case 'whole':
      return readWhole(opened.logs, editions);
  }
}

async function readWhole([log, other]: readonly NamedLog[], editions: Register): Promise<RunReading> {
  if (log === undefined) return refused('no log is given');
  if (other !== undefined)
    return refused(
      `${log.path} and ${other.path} are no shards of one run: \`compare\` shows the difference between runs`,
    );
  const { summary, flaws, events, run } = await verifyLog(log.text, editions);
  const flawed = flaws.count === 0 ? [] : [{ path: log.path, flaws }];
  return { kind: 'read', run: { summary, flawed, edition: run?.edition, events } };
}

type Opened =
  | { readonly kind: 'opened'; readonly logs: readonly NamedLog[] }
  | { readonly kind: 'refused'; readonly errors: readonly string[] };

async function openLogs(paths: readonly string[]): Promise<Opened> {
  const logs: NamedLog[] = [];
  const errors: string[] = [];
  for (const path of paths) {
    try {
      logs.push({ path, text: await openLogText(path) });
    } catch (error) {
      errors.push(`the log can't be read: ${path}: ${errorText(error)}`);
    }
  }
  return errors.length > 0 ? { kind: 'refused', errors } : { kind: 'opened', logs };
}

function refused(error: string) {
  return { kind: 'refused', errors: [error] } as const;
}
