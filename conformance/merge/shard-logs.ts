import type { HeaderLine } from '../../spec/generated/event-log.ts';
import { readLogLine } from '../log/event-log.ts';
import { describeShard, type Shard } from '../shard/shard.ts';
import type { LogText } from '../verify/log-text.ts';

/** A log and the file that holds it. */
export interface NamedLog {
  readonly path: string;
  readonly text: LogText;
}

/** The log of a shard. */
export interface ShardLog extends NamedLog {
  readonly header: HeaderLine;
  readonly shard: Shard;
}

/** The logs of one run whose shards were asked apart from each other. */
export interface ShardedRun {
  /** One log for each shard that there is, in their order. There is at least one. */
  readonly logs: readonly [ShardLog, ...ShardLog[]];
  /** What is wrong with the logs together, one sentence each: missing, doubled and foreign ones. */
  readonly problems: readonly string[];
}

export type LogsReading =
  | { readonly kind: 'sharded'; readonly run: ShardedRun }
  /** No log is of a shard. */
  | { readonly kind: 'whole' }
  /** This log is of a whole run, and others are of shards. */
  | { readonly kind: 'mixed'; readonly path: string };

/**
 * Finds the run whose shards these logs are. If they are of several runs, it is the one with most logs, and the other
 * logs are named as foreign.
 */
export function readShardLogs(logs: readonly NamedLog[]): LogsReading {
  const read = logs.map((log) => ({ ...log, header: headerIn(log.text) }));
  const shards = read.flatMap(({ header, ...log }): ShardLog[] =>
    header?.shard === undefined ? [] : [{ ...log, header, shard: header.shard }],
  );
  const [run, ...others] = byRun(shards);
  if (run === undefined) return { kind: 'whole' };
  const whole = read.find(({ header }) => header !== undefined && header.shard === undefined);
  if (whole !== undefined) return { kind: 'mixed', path: whole.path };
  const nameless = read.filter(({ header }) => header === undefined);
  const [first] = run;
  const problems = [
    ...missing(run),
    ...doubled(run),
    ...others.flat().map((log) => `${log.path} is of another run: ${differenceOf(log, first)}`),
    ...nameless.map(({ path }) => `${path} has no header, so it is of no run`),
  ];
  return { kind: 'sharded', run: { logs: eachOnce(run), problems } };
}

function headerIn(log: LogText): HeaderLine | undefined {
  for (const { text } of log.rows()) {
    const line = readLogLine(text);
    if (line?.event === 'header') return line;
  }
  return undefined;
}

type SameRun = readonly [ShardLog, ...ShardLog[]];

/** Groups logs by their runs, the one with most logs first. */
function byRun(logs: readonly ShardLog[]): SameRun[] {
  const runs: [ShardLog, ...ShardLog[]][] = [];
  for (const log of logs.toSorted((one, other) => Number(isSilent(one)) - Number(isSilent(other)))) {
    const same = runs.find(([first]) => differences(log, first).length === 0);
    if (same === undefined) runs.push([log]);
    else same.push(log);
  }
  return runs.sort((one, other) => other.length - one.length);
}

/** What may differ between the shards of a run, which may be asked on different machines. */
const OWN: ReadonlySet<string> = new Set(['run', 'started', 'platform', 'containment', 'shard']);
/** What a program says of itself when it is started. */
const INTRODUCTION: ReadonlySet<string> = new Set(['implementation', 'inputs', 'fields', 'answers']);

/** Returns whether the program of a shard never introduced itself, because it could not be started. */
function isSilent({ header }: ShardLog): boolean {
  return header.implementation === null;
}

/** Returns what differs between two shards, although it is equal in all shards of a run. */
function differences(log: ShardLog, other: ShardLog): string[] {
  const [its, wanted] = [log, other].map(({ header, shard }) => ({ ...header, shards: shard.of }));
  const isOneSilent = isSilent(log) || isSilent(other);
  return Object.keys({ ...wanted, ...its }).filter(
    (key) =>
      !OWN.has(key) &&
      !(isOneSilent && INTRODUCTION.has(key)) &&
      memberText(its, key) !== memberText(wanted, key),
  );
}

function memberText(header: object | undefined, key: string): string | undefined {
  return JSON.stringify(new Map(Object.entries(header ?? {})).get(key));
}

function differenceOf(log: ShardLog, first: ShardLog): string {
  const keys = differences(log, first);
  if (keys.includes('shards')) return `it is ${describeShard(log.shard)}`;
  return `its ${keys.join(', ')} ${keys.length === 1 ? 'differs' : 'differ'}`;
}

function missing(run: SameRun): string[] {
  const there = new Set(run.map(({ shard }) => shard.index));
  const { of } = run[0].shard;
  const gone = Array.from({ length: of }, (_, at) => at + 1).filter((index) => !there.has(index));
  if (gone.length === 0) return [];
  return [
    gone.length === 1
      ? `shard ${gone[0]} of ${of} is missing`
      : `shards ${gone.join(', ')} of ${of} are missing`,
  ];
}

function doubled(run: SameRun): string[] {
  return eachOnce(run).flatMap((log) => {
    const same = run.filter(({ shard }) => shard.index === log.shard.index);
    const paths = same.map(({ path }) => path);
    return paths.length === 1
      ? []
      : [`${describeShard(log.shard)} is there ${paths.length} times: ${paths.join(', ')}`];
  });
}

function eachOnce(run: SameRun): SameRun {
  const [first, ...others] = [...run].sort((one, other) => one.shard.index - other.shard.index);
  let last = first;
  const kept = others.filter((log) => {
    const isNew = log.shard.index !== last?.shard.index;
    last = log;
    return isNew;
  });
  return first === undefined ? run : [first, ...kept];
}
