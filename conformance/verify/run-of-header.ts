import { GENERATED_CASES } from '../../spec/full-run.ts';
import type { HeaderLine } from '../../spec/generated/event-log.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { TestCase } from '../case/case.ts';
import { SUITE_SEED, SuiteCases, type Corpus } from '../case/suite-cases.ts';
import type { Shard } from '../shard/shard.ts';
import { describeFilter, filterIn, requirementsForLog, type Filter } from '../case/topic.ts';
import { SUITE } from '../certify/certify.ts';
import { loggedDeclaration } from '../declared/declared-edition.ts';
import type { Edition } from '../edition.ts';
import type { Introduction } from '../protocol/handshake.ts';

/** The run that the header of a log describes, with its questions made anew by this suite. */
export interface RunOfHeader {
  readonly edition: Edition;
  /** The corpus of the suite; empty for a run of saved finds alone. */
  readonly cases: Corpus;
  readonly finds: readonly TestCase[];
  readonly filter: Filter;
  /** The part of the run that was asked; undefined for a whole run. */
  readonly shard: Shard | undefined;
  /** The seed of the generated cases; undefined if there are none. */
  readonly seed: string | undefined;
  /** `known` means that a test of the suite compares each of the generated cases with the other sources of truth. */
  readonly generated: 'known' | 'new';
  /** The requirements that the run must exercise for a full grade; undefined for all. */
  readonly requirements: readonly RequirementId[] | undefined;
  /** Undefined if the implementation never introduced itself. */
  readonly introduction: Introduction | undefined;
  /** The header that this suite writes for the run. */
  readonly header: HeaderLine;
}

/** `finds` are those that the log holds. `isFinished` is true for a log with a footer. */
export function runOfHeader(
  edition: Edition,
  header: HeaderLine,
  finds: readonly TestCase[],
  isFinished: boolean,
): RunOfHeader {
  const { corpus, inputs, implementation } = header;
  const { generated } = corpus;
  const cases = generated === null ? [] : new SuiteCases(edition, generated);
  const seed = generated === null || generated === 0 ? undefined : String(SUITE_SEED);
  const filter = header.filter === null ? {} : (filterIn(header.filter) ?? {});
  const introduction = implementation === null ? undefined : { ...implementation, inputs, window: 1 };
  const declared = loggedDeclaration(edition);
  return {
    edition,
    cases,
    finds,
    filter,
    shard: header.shard,
    seed,
    generated: declared.fields !== undefined || (generated ?? 0) > GENERATED_CASES ? 'new' : 'known',
    requirements: generated === null ? [] : undefined,
    introduction,
    header: {
      ...declaring(header, declared),
      suite: SUITE,
      spec: edition.id,
      seed: seed ?? null,
      corpus: { generated, finds: isFinished ? numberOfFinds(header, finds) : corpus.finds },
      inputs: introduction === undefined ? [] : inputs,
      filter: describeFilter(filter) ?? null,
      requirements: requirementsForLog(edition.spec),
    },
  };
}

/** Returns a header with what this suite makes of its declaration, each key in its place. */
function declaring(header: HeaderLine, declared: Pick<HeaderLine, 'fields' | 'answers'>): HeaderLine {
  const written = { ...header, ...declared };
  if (declared.fields === undefined) delete written.fields;
  if (declared.answers === undefined) delete written.answers;
  return written;
}

/** Returns how many finds the header may speak of. Finds that the run did not choose have no line. */
function numberOfFinds({ corpus, inputs, filter, shard }: HeaderLine, finds: readonly TestCase[]): number {
  const isEveryFindAsked = filter === null && shard === undefined && inputs.length === 2;
  return isEveryFindAsked || corpus.finds < finds.length ? finds.length : corpus.finds;
}
