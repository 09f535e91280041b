import { EDITIONS, type Register } from '../editions/register.ts';
import { errorText } from '../error-text.ts';
import { openLogText, type LogText } from '../verify/log-text.ts';
import { verifyLog, type VerifyEvents } from '../verify/verify-log.ts';
import { mergeShards, type ReadRun } from './merge-shards.ts';
import { readShardLogs, type NamedLog } from './shard-logs.ts';

export type RunReading =
  | { readonly kind: 'read'; readonly run: ReadRun }
  /** One sentence for each file that can't be read, or about logs that don't belong together. */
  | { readonly kind: 'refused'; readonly errors: readonly string[] };

/** The name of standard input among the paths of logs. */
export const STDIN = '-';

/** Settings for reading logs. */
export interface LogsOptions {
  readonly editions?: Register;
  /** The log that the path `-` stands for. */
  readonly stdin?: LogText | undefined;
  /** Receives the number of each line that was judged again, and that of the last line of its log. */
  readonly onRow?: NonNullable<VerifyEvents['onRow']>;
}

/** Reads and verifies the log of a run, or those of the shards of a run. */
export async function readLogs(
  paths: readonly string[],
  { editions = EDITIONS, stdin, onRow = () => undefined }: LogsOptions = {},
): Promise<RunReading> {
  const opened = await openLogs(paths, stdin);
  if (opened.kind === 'refused') return opened;
  const reading = readShardLogs(opened.logs);
  switch (reading.kind) {
    case 'sharded':
      return { kind: 'read', run: await mergeShards(reading.run, editions, onRow) };
    case 'mixed':
      return refused(
        `${reading.path} is of a whole run, and can't be put together with shards of another one`,
      );
    case 'whole':
      return readWhole(opened.logs, editions, onRow);
  }
}

async function readWhole(
  [log, other]: readonly NamedLog[],
  editions: Register,
  onRow: NonNullable<VerifyEvents['onRow']>,
): Promise<RunReading> {
  if (log === undefined) return refused('no log is given');
  if (other !== undefined)
    return refused(
      `${log.path} and ${other.path} are no shards of one run: \`compare\` shows the difference between runs`,
    );
  const { summary, flaws, events, run } = await verifyLog(log.text, editions, { onRow });
  const flawed = flaws.count === 0 ? [] : [{ path: log.path, flaws }];
  return { kind: 'read', run: { summary, flawed, edition: run?.edition, events } };
}

type Opened =
  | { readonly kind: 'opened'; readonly logs: readonly NamedLog[] }
  | { readonly kind: 'refused'; readonly errors: readonly string[] };

async function openLogs(paths: readonly string[], stdin: LogText | undefined): Promise<Opened> {
  const logs: NamedLog[] = [];
  const errors: string[] = [];
  for (const path of paths) {
    if (path === STDIN && stdin !== undefined) {
      logs.push({ path: '<stdin>', text: stdin });
      continue;
    }
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
