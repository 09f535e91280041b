import type { OtherEdition } from '../../certify/certify-options.ts';
import { suiteSettings } from '../../certify/suite-settings.ts';
import { unknownRequirements, unknownTopics } from '../../case/topic.ts';
import { readCorpusIfThere, refusals } from '../../corpus/corpus.ts';
import { testOfFind } from '../../corpus/find.ts';
import type { Edition } from '../../edition.ts';
import { editionWithId } from '../../editions/find-edition.ts';
import type { Register } from '../../editions/register.ts';
import { unknownFieldsFlag } from '../flags/fields-flag.ts';

/** The flags of `certify` that must fit the edition. */
interface Flags {
  readonly cases?: number;
  readonly corpus: string;
  readonly fields?: readonly string[];
  readonly topic?: readonly string[];
  readonly requirement?: readonly string[];
}

/**
 * Returns the settings for the first of these editions that the suite knows. Returns undefined if it knows none, or if
 * the flags name something that the edition does not have: then the program is not asked, and the report says why.
 */
export async function otherEditionOf(
  ids: readonly string[],
  flags: Flags,
  editions: Register,
): Promise<OtherEdition | undefined> {
  for (const id of ids) {
    const found = editionWithId(editions, id);
    if (found.kind === 'unknown') continue;
    const edition = await found.edition.load();
    return fits(edition, flags) ? settingsFor(edition, flags, editions) : undefined;
  }
  return undefined;
}

function fits(edition: Edition, { fields, topic = [], requirement = [] }: Flags): boolean {
  const unknown =
    unknownTopics(edition.spec, topic) ??
    unknownRequirements(edition.spec, requirement) ??
    unknownFieldsFlag(edition, fields);
  return unknown === undefined;
}

async function settingsFor(
  edition: Edition,
  { cases, corpus: folder }: Flags,
  editions: Register,
): Promise<OtherEdition | undefined> {
  const corpus = await readCorpusIfThere(folder, edition, editions);
  if (refusals(corpus).length > 0) return undefined;
  const finds = corpus.finds.map(({ find }) => testOfFind(find));
  return { ...suiteSettings(edition, cases), finds };
}
