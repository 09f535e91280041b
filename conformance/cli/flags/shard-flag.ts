import { InvalidArgumentError, Option } from 'commander';
import { MOST_SHARDS, parseShard, type Shard } from '../../shard/shard.ts';

/** The flag for one part of a run that several machines share. */
export function shardOption(): Option {
  return new Option(
    '--shard <i/n>',
    'only part i of n, such as 2/4: every case belongs to exactly one part',
  ).argParser(readShard);
}

/** The only part of a run is the whole run, so `1/1` is as good as nothing. */
function readShard(text: string): Shard | undefined {
  const shard = parseShard(text);
  if (shard !== undefined) return shard.of === 1 ? undefined : shard;
  throw new InvalidArgumentError(
    `a part of a run is needed, such as 2/4: parts count from 1, and there are at most ${MOST_SHARDS}.`,
  );
}
