import { isSeq, YAMLSeq } from 'yaml';
import type { LogStaleEntry } from '../../spec/generated/event-log.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { TestCase } from '../case/case.ts';
import { exercisedBy, isGenerated } from '../case/generated-cases.ts';
import { isListable, type CaseResult } from '../judge/outcome.ts';
import { BaselineMatcher } from './baseline.ts';
import { entryText, type Baseline, type ListedKind } from './baseline-file.ts';
import { fewestRequirements, type PartGroup } from './fewest-requirements.ts';
import type { FailSymptom, WrongPart } from './wrong-parts.ts';

const NO_REASON = 'not explained yet';
const HEADING = ` Known failures. Each entry names a case (* stands for any text) or a requirement, the outcome, and a reason.
 CI passes while exactly these fail; an entry that no longer fails is an error. An unsupported case is listed like a failure.
 Everything that is wrong with a case needs an entry. \`symptom\` and \`breaks\` narrow down what an entry lists, and
 \`flaky: true\` says that it fails only sometimes.`;

/** A failure or an unsupported case that may need an entry for its case alone. */
interface NamedCase {
  readonly id: string;
  readonly outcome: ListedKind;
  /** True if it did not fail when it was asked a second time. */
  readonly flaky: boolean;
  /** The requirement that the case is about, if it is about one alone. */
  readonly subject: RequirementId | undefined;
  /** The parts that no entry lists. */
  readonly open: readonly WrongPart[];
}

/** The outcomes that an entry for a requirement is written for. */
type GroupedKind = 'fail' | 'unsupported';

/** Collects what a baseline must list from the results of a run, one by one, without keeping them. */
export class BaselineUpdate {
  readonly #baseline: Baseline;
  readonly #matcher: BaselineMatcher;
  readonly #named: NamedCase[] = [];
  /** The groups of parts by symptom; those of unsupported cases have none. */
  readonly #groups = new Map<FailSymptom | undefined, Map<string, PartGroup>>();
  /** The numbers of passed cases that exercise each requirement. */
  readonly #passes = new Map<string, number>();

  constructor(baseline: Baseline) {
    this.#baseline = baseline;
    this.#matcher = new BaselineMatcher(baseline);
  }

  get file(): string {
    return this.#baseline.file;
  }

  add(result: CaseResult): void {
    const { test, outcome, nondeterministic } = result;
    if (outcome.kind === 'pass')
      for (const id of exercisedBy(test)) this.#passes.set(id, (this.#passes.get(id) ?? 0) + 1);
    if (!isListable(outcome)) return;
    const { open } = this.#matcher.match(result);
    if (open.length === 0) return;
    const { kind } = outcome;
    const flaky = nondeterministic !== undefined;
    const isGrouped = (kind === 'fail' || kind === 'unsupported') && !flaky && isGenerated(test);
    if (isGrouped && open.every(isAttributed)) this.#group(open.map((part) => withoutUnasked(part, test)));
    else this.#named.push({ id: test.id, outcome: kind, flaky, subject: subjectOf(test), open });
  }

  /**
   * Returns the text of a baseline that lists exactly the failures and unsupported cases of the run. Entries that still
   * match stay as they are, with their comments; stale entries, which the end of the run names, are removed.
   */
  text(stale: readonly LogStaleEntry[]): string {
    const { document: before, entries } = this.#baseline;
    const gone = new Set(stale.map(({ line, entry }) => `${line} ${entry}`));
    const document = before.clone();
    const contents = isSeq(document.contents) ? document.contents : new YAMLSeq<unknown>();
    document.contents = contents;
    contents.items = contents.items.filter((_, index) => {
      const entry = entries[index];
      return entry === undefined || !gone.has(`${entry.line} ${entryText(entry)}`);
    });
    for (const entry of [...this.#newEntries('fail'), ...this.#newEntries('unsupported')])
      contents.items.push(document.createNode(entry));
    if (before.contents === null) document.commentBefore ??= HEADING;
    return document.toString({ lineWidth: 0 });
  }

  #group(open: readonly WrongPart[]): void {
    for (const part of open) {
      const groups = this.#groups.get(part.symptom) ?? new Map<string, PartGroup>();
      this.#groups.set(part.symptom, groups);
      const key = part.requirements.join(' ');
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { part, count: 1 });
      else group.count += 1;
    }
  }

  /**
   * Returns new entries for failures or for unsupported cases: entries by requirement, which list all such parts of
   * generated cases (there may be thousands), and then an entry for each other case, because only an entry for one
   * case is exact.
   */
  #newEntries(kind: GroupedKind): Record<string, unknown>[] {
    const listed = [...this.#groups]
      .filter(([symptom]) => (symptom === undefined) === (kind === 'unsupported'))
      .flatMap(([symptom, groups]) =>
        fewestRequirements([...groups.values()], this.#passes).map((requirement) => ({
          symptom,
          requirement,
        })),
      );
    const named = this.#named.filter(
      ({ outcome }) => (outcome === 'unsupported') === (kind === 'unsupported'),
    );
    return [
      ...listed.map(({ symptom, requirement }) => ({
        requirement,
        outcome: kind,
        ...(symptom === undefined ? {} : { symptom }),
        reason: NO_REASON,
      })),
      ...named.flatMap((each) => entryFor(each, each.outcome === kind ? listed : [])),
    ];
  }
}

/** A new entry by requirement. */
interface ListedRequirement {
  readonly symptom: FailSymptom | undefined;
  readonly requirement: string;
}

/** Returns the entry for a case, or none if the entries for these requirements list all of it. */
function entryFor(
  { id, outcome, flaky, subject, open }: NamedCase,
  listed: readonly ListedRequirement[],
): Record<string, unknown>[] {
  const rest = open.filter((part) => !listed.some((each) => isPartOf(part, each)));
  if (rest.length === 0) return [];
  const [symptom, ...others] = new Set(rest.map((part) => part.symptom));
  return [
    {
      case: id,
      outcome,
      ...(symptom === undefined || others.length > 0 ? {} : { symptom }),
      ...(outcome === 'fail' && rest.every(isAttributed) ? { breaks: breaksOf(rest, subject) } : {}),
      ...(flaky ? { flaky } : {}),
      reason: NO_REASON,
    },
  ];
}

function isPartOf(part: WrongPart, { symptom, requirement }: ListedRequirement): boolean {
  return part.symptom === symptom && part.requirements.some((id) => id === requirement);
}

/**
 * Leaves out the requirements that the case does not exercise, such as those of a field that is not declared: no case
 * that passes would show that an entry for them hides too much.
 */
function withoutUnasked(part: WrongPart, test: TestCase): WrongPart {
  const exercised = exercisedBy(test);
  const requirements = part.requirements.filter((id) => exercised.includes(id));
  return requirements.length === 0 ? part : { ...part, requirements };
}

/** Returns whether any requirement is known to be behind a part. */
function isAttributed({ requirements }: WrongPart): boolean {
  return requirements.length > 0;
}

/** Returns one requirement for each part, as few different ones as a look at one part after the other finds. */
function breaksOf(parts: readonly WrongPart[], subject: RequirementId | undefined): RequirementId[] {
  const chosen = new Set<RequirementId>();
  for (const { requirements } of parts) {
    const last = requirements.at(-1);
    if (last === undefined || requirements.some((id) => chosen.has(id))) continue;
    chosen.add(subject !== undefined && requirements.includes(subject) ? subject : last);
  }
  return [...chosen];
}

function subjectOf({ requirements }: TestCase): RequirementId | undefined {
  return requirements.length === 1 ? requirements[0] : undefined;
}
