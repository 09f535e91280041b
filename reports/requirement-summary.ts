import type {
  CaseLine,
  FooterLine,
  HeaderLine,
  LogLevel,
  LogRequirement,
} from '../spec/generated/event-log.ts';
import { blamedBy, type Cause } from '../conformance/judge/cause.ts';

/**
 * What a run shows about a requirement. `failed`: a cause of failures is about it. `listed`: only causes that the
 * baseline lists are about it. `passed`: it was exercised by a case that passed. `unsupported`: the program calls every
 * case about it unsupported. `unclear`: all of its cases failed, for causes that are about other requirements.
 * `not-applicable`: only a kind of input exercises it that the program does not take. `not-declared`: it is about fields
 * that the program does not declare. `not-exercised`: no case about it was asked.
 */
export type RequirementState =
  | 'failed'
  | 'listed'
  | 'passed'
  | 'unsupported'
  | 'unclear'
  | 'not-applicable'
  | 'not-declared'
  | 'not-exercised';

/** The numbers of cases that exercise a requirement. A case may exercise many, and fail because of another one. */
export interface RequirementCounts {
  /** All others but `notRun`. */
  readonly asked: number;
  readonly passed: number;
  /** Failures that the baseline does not list. */
  readonly failed: number;
  /** Failures that the baseline lists. */
  readonly listed: number;
  readonly unsupported: number;
  readonly notRun: number;
}

export interface RequirementSummary {
  readonly id: string;
  readonly topic: string;
  readonly level: LogLevel;
  readonly sentence: string;
  /** The words of the reference page that say it; empty where the page is silent. */
  readonly page: readonly string[];
  readonly state: RequirementState;
  readonly counts: RequirementCounts;
  /** The ids of the causes that are about it, listed ones last. */
  readonly causes: readonly string[];
}

/** What a run shows besides its counts. */
interface Findings {
  readonly causes: readonly Cause<CaseLine>[];
  readonly listed: readonly Cause<CaseLine>[];
  readonly footer: FooterLine | undefined;
}

type Kind = Exclude<keyof RequirementCounts, 'asked'>;

/** Counts the cases of a run by requirement, one by one. */
export class RequirementCounter {
  #known: HeaderLine['requirements'] = {};
  readonly #counts = new Map<string, Record<Kind, number>>();

  /** Begins with all requirements that the suite knows. Others are not counted. */
  begin(known: HeaderLine['requirements']): void {
    this.#known = known;
    for (const id of Object.keys(known)) {
      this.#counts.set(id, { passed: 0, failed: 0, listed: 0, unsupported: 0, notRun: 0 });
    }
  }

  /** Counts a passed case. It runs for nearly all cases, so it does as little as possible. */
  pass(requirements: readonly string[]): void {
    for (const id of requirements) {
      const counts = this.#counts.get(id);
      if (counts !== undefined) counts.passed += 1;
    }
  }

  /** Counts a case that did not pass. */
  other(line: CaseLine): void {
    const kind = kindOf(line);
    for (const id of line.requirements) {
      const counts = this.#counts.get(id);
      if (counts !== undefined) counts[kind] += 1;
    }
  }

  /** Returns every requirement with its state, in the order of the header. */
  summaries(findings: Findings): ReadonlyMap<string, RequirementSummary> {
    const evidence = evidenceOf(findings);
    return new Map(
      Object.entries(this.#known).map(([id, about]) => [id, this.#summaryOf(id, about, evidence)] as const),
    );
  }

  #summaryOf(
    id: string,
    { topic, level, sentence, page = [] }: LogRequirement,
    evidence: Evidence,
  ): RequirementSummary {
    const { passed = 0, failed = 0, listed = 0, unsupported = 0, notRun = 0 } = this.#counts.get(id) ?? {};
    const asked = passed + failed + listed + unsupported;
    const counts = { asked, passed, failed, listed, unsupported, notRun };
    const causes = [...(evidence.failed.get(id) ?? []), ...(evidence.listed.get(id) ?? [])];
    return { id, topic, level, sentence, page, state: stateOf(id, counts, evidence), counts, causes };
  }
}

function kindOf({ outcome, listed }: CaseLine): Kind {
  switch (outcome) {
    case 'pass':
      return 'passed';
    case 'unsupported':
      return 'unsupported';
    case 'not-run':
      return 'notRun';
    default:
      return listed === undefined ? 'failed' : 'listed';
  }
}

/** The ids of the causes that are about each requirement, and the requirements that could not be asked. */
interface Evidence {
  readonly failed: ReadonlyMap<string, readonly string[]>;
  readonly listed: ReadonlyMap<string, readonly string[]>;
  readonly notApplicable: ReadonlySet<string>;
  readonly notDeclared: ReadonlySet<string>;
}

function evidenceOf({ causes, listed, footer }: Findings): Evidence {
  return {
    failed: byRequirement(causes),
    listed: byRequirement(listed),
    notApplicable: new Set(footer?.coverage.notApplicable),
    notDeclared: new Set(footer?.coverage.notDeclared),
  };
}

function byRequirement(causes: readonly Cause<CaseLine>[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const cause of causes) {
    for (const id of blamedBy(cause)) {
      const ids = found.get(id) ?? [];
      found.set(id, ids);
      ids.push(cause.id);
    }
  }
  return found;
}

function stateOf(id: string, counts: RequirementCounts, evidence: Evidence): RequirementState {
  if (evidence.failed.has(id)) return 'failed';
  if (evidence.listed.has(id)) return 'listed';
  if (counts.passed > 0) return 'passed';
  if (counts.failed + counts.listed > 0) return 'unclear';
  if (counts.unsupported > 0) return 'unsupported';
  if (evidence.notApplicable.has(id)) return 'not-applicable';
  return evidence.notDeclared.has(id) ? 'not-declared' : 'not-exercised';
}
