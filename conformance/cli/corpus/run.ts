import { complain } from '../terminal/complain.ts';
import { rm } from 'node:fs/promises';
import { visible, visibleJson } from '../../../reports/visible.ts';
import { EXIT_USAGE } from '../../judge/grade.ts';
import type { Edition } from '../../edition.ts';
import type { Registered } from '../../edition.ts';
import { readCorpus } from '../../corpus/corpus.ts';
import { mergeCorpora, type LeftOut } from '../../corpus/merge.ts';
import { superfluous } from '../../corpus/prune.ts';

export interface MergeFlags {
  readonly into: string;
  readonly json?: boolean;
}

export interface PruneFlags {
  readonly edition?: Registered;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** The command `corpus merge`: puts finds into one folder, prints which, and returns the exit code. */
export async function runMerge(folders: readonly string[], { into, json }: MergeFlags): Promise<number> {
  const { added, leftOut, errors } = await mergeCorpora(folders, into);
  complain(...errors);
  for (const path of added) process.stdout.write(json === true ? jsonLine({ added: path }) : addedLine(path));
  for (const each of leftOut) process.stdout.write(json === true ? jsonLine(each) : leftOutLine(each));
  if (json !== true && errors.length === 0)
    process.stdout.write(`${added.length} finds are new, ${leftOut.length} were there\n`);
  return errors.length > 0 ? EXIT_USAGE : 0;
}

function jsonLine(value: object): string {
  return `${visibleJson(value)}\n`;
}

function addedLine(path: string): string {
  return `added ${visible(path)}\n`;
}

/** Equal finds are no news. */
function leftOutLine({ path, kept, why }: LeftOut): string {
  if (why === 'the same find') return '';
  return `left out ${visible(path)}: ${visible(kept)} asks the same, with ${why}\n`;
}

/** The command `corpus prune`: deletes and prints the superfluous finds, and returns the exit code. */
export async function runPrune(folder: string, flags: PruneFlags): Promise<number> {
  const corpus = await readCorpus([folder]);
  const { errors } = corpus;
  const finds = corpus.finds.filter(({ find }) => isChosen(find.edition, flags));
  const stale = corpus.stale.filter(({ edition }) => isChosen(edition, flags));
  complain(...errors);
  const useless: readonly Useless[] = [
    ...stale.map(({ path, why }) => ({ path, why })),
    ...superfluous(finds),
  ];
  for (const each of useless) {
    if (flags.dryRun !== true) await rm(each.path);
    process.stdout.write(flags.json === true ? `${visibleJson(each)}\n` : describe(each, flags));
  }
  const left = finds.length + stale.length - useless.length;
  if (flags.json !== true && errors.length === 0) process.stdout.write(`${left} finds are left\n`);
  return errors.length > 0 ? EXIT_USAGE : 0;
}

function isChosen({ id }: Edition, { edition }: PruneFlags): boolean {
  return edition === undefined || edition.id === id;
}

interface Useless {
  readonly path: string;
  readonly why: string;
  readonly kept?: string;
}

function describe({ path, why, kept }: Useless, { dryRun }: PruneFlags): string {
  const verb = dryRun === true ? 'would delete' : 'deleted';
  return `${verb} ${visible(path)}: ${visible(why)}${kept === undefined ? '' : `, as ${visible(kept)}`}\n`;
}
