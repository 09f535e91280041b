import { complain } from '../terminal/complain.ts';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { planOf } from '../../../generators/plan.ts';
import type { EditionFlag } from '../flags/edition-flag.ts';
import type { Edition } from '../../edition.ts';
import { makeFolder, writeAtomically } from '../../files/atomic-write.ts';
import { caseStream, type StreamOptions } from '../../case/generated-cases.ts';
import { unknownTopics } from '../../case/topic.ts';
import { EXIT_USAGE } from '../../judge/grade.ts';
import { filesOf, lineOf } from './text.ts';

export interface GenerateFlags extends EditionFlag {
  readonly count: number;
  readonly seed: number;
  readonly invalid?: boolean;
  readonly mix?: boolean;
  readonly topic?: string;
  readonly level?: 'documented';
  readonly format: 'ndjson' | 'files';
  readonly out?: string;
}

/** The command `generate`: writes cases to standard output or into a folder, and returns the exit code. */
export async function runGenerate(flags: GenerateFlags): Promise<number> {
  const edition = await flags.edition.load();
  const error = usageError(edition, flags);
  if (error !== undefined) {
    complain(error);
    return EXIT_USAGE;
  }
  const { format, out } = flags;
  if (out === undefined) {
    await printLines(edition, flags);
    return 0;
  }
  await makeFolder(out);
  if (format === 'ndjson')
    await writeAtomically(join(out, 'cases.ndjson'), [...linesOf(edition, flags)].join(''));
  else await writeFiles(edition, out, flags);
  return 0;
}

function usageError(
  { spec, grammar }: Edition,
  { format, out, topic, level, invalid, mix }: GenerateFlags,
): string | undefined {
  if (format === 'files' && out === undefined) return '--format files needs --out DIR';
  if (topic === undefined) return undefined;
  const unknown = unknownTopics(spec, [topic]);
  if (unknown !== undefined) return unknown;
  if (level === undefined || (invalid !== true && mix !== true)) return undefined;
  const { kind } = planOf(grammar, { kind: 'invalid', scope: level, topic });
  return kind === 'invalid' ? undefined : `about ${topic}, the page says nothing that can be broken`;
}

/** Writes lines as fast as the reader takes them. It stops when the reader stops, as `head` does. */
async function printLines(edition: Edition, flags: GenerateFlags): Promise<void> {
  try {
    await pipeline(Readable.from(linesOf(edition, flags)), process.stdout, { end: false });
  } catch (error) {
    const isEnough =
      error instanceof Error && 'code' in error && /EPIPE|PREMATURE_CLOSE/.test(String(error.code));
    if (!isEnough) throw error;
  }
}

function* linesOf(edition: Edition, flags: GenerateFlags): Generator<string> {
  for (const made of casesOf(edition, flags)) yield lineOf(edition, made);
}

async function writeFiles(edition: Edition, folder: string, flags: GenerateFlags): Promise<void> {
  for (const made of casesOf(edition, flags)) {
    for (const { name, text } of filesOf(edition, made)) await writeAtomically(join(folder, name), text);
  }
}

function* casesOf(edition: Edition, { count, seed, invalid, mix, topic, level }: GenerateFlags) {
  const options: StreamOptions = {
    edition,
    seed,
    kind: mix === true ? 'mix' : invalid === true ? 'invalid' : 'valid',
    inputs: ['json', 'yaml'],
    ...(topic === undefined ? {} : { topic }),
    ...(level === undefined ? {} : { level }),
  };
  let left = count;
  for (const made of caseStream(options)) {
    yield made;
    left -= 1;
    if (left === 0) return;
  }
}
