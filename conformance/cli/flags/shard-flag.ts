import { InvalidArgumentError, Option } from 'commander';
import { MOST_SHARDS, parseShard, type Shard } from '../../shard/shard.ts';

/** The flag for one part of a run that several machines share. */
export function shardOption(): Option {
  return new Option(
    '--shard <i/n>',
    'only part i of n, such as 2/4: every case belongs to exactly one part',
  ).argParser(readShard);
}

/** Returns flags as they are meant: the only part of a run is the whole run, so `1/1` is as good as no part. */
export function withPart<Flags extends { shard?: Shard }>(flags: Flags): Flags {
  const whole = { ...flags };
  if (flags.shard?.of === 1) delete whole.shard;
  return whole;
}

function readShard(text: string): Shard {
  const shard = parseShard(text);
  if (shard !== undefined) return shard;
  throw new InvalidArgumentError(
    `a part of a run is needed, such as 2/4: parts count from 1, and there are at most ${MOST_SHARDS}.`,
  );
}
