import { Summarizer, type Summary } from '../../reports/summary.ts';
import type { FooterLine, HeaderLine } from '../../spec/generated/event-log.ts';
import { footerOf, type RunSums } from '../certify/run-sums.ts';
import type { Edition } from '../edition.ts';
import type { Register } from '../editions/register.ts';
import { Seal } from '../log/seal.ts';
import { describeShard } from '../shard/shard.ts';
import type { Flaws } from '../verify/flaws.ts';
import { verifyLog, type VerifiedLog, type VerifyEvents } from '../verify/verify-log.ts';
import { mergeSums, type SumsOfShards } from './merge-sums.ts';
import type { ShardedRun, ShardLog } from './shard-logs.ts';

/** A run that was read from its log, or from the logs of its shards. */
export interface ReadRun {
  /** The report of the run, the same for shards as if it had been asked in one piece. */
  readonly summary: Summary;
  /** What is wrong with each log by itself, for those that are not what the suite writes. */
  readonly flawed: readonly { readonly path: string; readonly flaws: Flaws }[];
  /** The number of lines that are events. */
  readonly events: number;
  /** Undefined if the suite does not know what was asked. */
  readonly edition: Edition | undefined;
}

/** The log of a shard, verified. */
interface Part {
  readonly log: ShardLog;
  readonly verified: VerifiedLog;
}

/**
 * Verifies the logs of the shards of a run, one after the other, and makes the run of them. A shard that is missing,
 * doubled, foreign or unfinished makes the run incomplete, and its reasons name it.
 */
export async function mergeShards(
  { logs, problems }: ShardedRun,
  editions: Register,
  onRow: NonNullable<VerifyEvents['onRow']>,
): Promise<ReadRun> {
  const summarizer = new Summarizer();
  summarizer.add(headerOf(logs));
  const parts: Part[] = [];
  for (const log of logs) {
    const verified = await verifyLog(log.text, editions, {
      onRow,
      onLine: (line) => {
        if (line.event === 'case' || line.event === 'fault') summarizer.add(line);
      },
    });
    parts.push({ log, verified });
  }
  const gaps = [...problems, ...parts.flatMap(unfinished), ...disagreements(parts), ...lostFinds(parts)];
  const [first, ...others] = parts.flatMap(({ verified }) => verified.sums ?? []);
  if (first !== undefined) summarizer.add(sealed([first, ...others], gaps, parts));
  const flawed = parts.flatMap(({ log: { path }, verified: { flaws } }) =>
    flaws.count === 0 ? [] : [{ path, flaws }],
  );
  const kept = flawed.flatMap(({ path, flaws }) => flaws.kept.map((flaw) => `${path}: ${flaw}`));
  const count = problems.length + flawed.reduce((sum, { flaws }) => sum + flaws.count, 0);
  return {
    summary: summarizer.summary({ count, kept: [...problems, ...kept] }),
    flawed,
    events: parts.reduce((sum, { verified }) => sum + verified.events, 0),
    edition: parts.find(({ verified }) => verified.run !== undefined)?.verified.run?.edition,
  };
}

/** Returns the header of the whole run. It began with the first shard, and has the names of all. */
function headerOf(logs: ShardedRun['logs']): HeaderLine {
  const { header: named } = logs.find((log) => log.header.implementation !== null) ?? logs[0];
  const header = { ...named };
  delete header.shard;
  const headers = logs.map((log) => log.header);
  const [started = header.started] = headers.map((each) => each.started).sort();
  return { ...header, run: headers.map(({ run }) => run).join(' '), started };
}

/** Says why the result of a shard is not all of it. */
function unfinished({ log: { path, shard }, verified: { flaws, run, ended } }: Part): string[] {
  const name = describeShard(shard);
  if (run === undefined) return [`${name} can't be read (${path})`];
  if (ended === undefined) return [`${name} has no end (${path})`];
  if (flaws.count > 0) return [`${name} is not what the suite writes (${path})`];
  return ended.diagnosis === null ? [] : [`${name}: ${ended.diagnosis}`];
}

/** Names the shards that were held against another baseline than the first one. */
function disagreements(parts: readonly Part[]): string[] {
  const [first, ...others] = parts;
  const wanted = first?.verified.sums?.baseline?.file;
  return others
    .filter(({ verified: { sums } }) => sums !== undefined && sums.baseline?.file !== wanted)
    .map(({ log: { path, shard } }) => `${describeShard(shard)} was held against another baseline (${path})`);
}

/** Returns what is missing if the logs of all shards together don't hold the finds of which each header speaks. */
function lostFinds(parts: readonly Part[]): string[] {
  const [first] = parts;
  if (first === undefined || parts.some(({ verified }) => verified.ended === undefined)) return [];
  const { corpus, filter, inputs, shard } = first.log.header;
  const isEveryFindAsked = filter === null && inputs.length === 2 && parts.length === shard?.of;
  const held = parts.reduce((sum, { verified }) => sum + (verified.run?.finds.length ?? 0), 0);
  if (!isEveryFindAsked || held === corpus.finds) return [];
  return [`the run had ${corpus.finds} finds, and its shards hold ${held}`];
}

/** Returns the end of the whole run, sealed by the seals of its shards. */
function sealed(shards: SumsOfShards, gaps: readonly string[], parts: readonly Part[]): FooterLine {
  const ends = parts.flatMap(({ verified }) => verified.ended ?? []);
  const started = parts.map(({ log }) => log.header.started);
  const [finished = ''] = [...ends.map((each) => each.finished), ...started].sort().reverse();
  const sums: RunSums = mergeSums(shards, gaps);
  const footer = footerOf(sums, finished);
  const seal = new Seal();
  for (const end of ends) seal.add(end.seal.digest);
  return { ...footer, seal: seal.finish(JSON.stringify(footer)) };
}
