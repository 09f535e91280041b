import { blamedBy, type Cause } from '../../conformance/judge/cause.ts';
import { Samples } from '../../conformance/judge/suspect.ts';
import type { LogLevel } from '../../spec/generated/event-log.ts';
import type { CaseTable } from './case-table.ts';
import { CHANGE_KINDS, changeOf, isWorse, type ChangeKind, type ShownChange } from './change.ts';
import type { CaseEnd, Fate, Results } from './results.ts';

/**
 * Cases that changed in the same way for the same cause. A case with several causes is counted under each. A case that
 * fails in another way counts as fixed for each cause that is gone, and as broken for each new one.
 */
export interface ChangeGroup {
  readonly kind: ShownChange;
  /** The cause, as the run shows it where the cases fail for it; undefined if they failed in neither. */
  readonly cause: Cause<CaseEnd> | undefined;
  readonly count: number;
  /** The ids of a few cases with the shortest documents. */
  readonly cases: readonly string[];
}

/** The numbers of cases that changed, by the kind of change. */
export type ChangeCounts = Readonly<Record<ShownChange, number>>;

/** The changes of the cases that fail because of one requirement. */
export interface RequirementChange {
  readonly id: string;
  readonly level: LogLevel;
  readonly sentence: string;
  readonly counts: ChangeCounts;
}

/** The difference between two runs, as far as both asked the same cases. */
export interface Comparison {
  readonly before: Results;
  readonly now: Results;
  /** The numbers of cases that both runs asked, and that only one of them asked. */
  readonly common: number;
  readonly onlyBefore: number;
  readonly onlyNow: number;
  readonly counts: ChangeCounts;
  /** The number of cases that pass in both runs, or are unsupported in both. */
  readonly same: number;
  /** The number of cases that are worse off now. */
  readonly worse: number;
  /** The worst kind of change first, and of each kind documented causes and large groups first. */
  readonly groups: readonly ChangeGroup[];
  /** Requirements with a change, in the order of the suite. */
  readonly requirements: readonly RequirementChange[];
}

/** Compares two runs that share a table of cases. */
export function compareResults(before: Results, now: Results, table: CaseTable): Comparison {
  const [counts, groups] = [noChanges(), new Groups(table)];
  let [common, onlyBefore, onlyNow, same, worse] = [0, 0, 0, 0, 0];
  for (let row = 0; row < table.length; row += 1) {
    const [one, other] = [before.fateOf(row), now.fateOf(row)];
    if (one === undefined || other === undefined) {
      if (one !== undefined) onlyBefore += 1;
      if (other !== undefined) onlyNow += 1;
      continue;
    }
    common += 1;
    const kind = changeOf(one, other);
    if (isWorse(one, other)) worse += 1;
    if (kind === 'same') {
      same += 1;
      continue;
    }
    counts[kind] += 1;
    for (const share of sharesOf(kind, one, other)) groups.add(share, row);
  }
  const found = groups.inOrder();
  return {
    before,
    now,
    common,
    onlyBefore,
    onlyNow,
    counts,
    same,
    worse,
    groups: found,
    requirements: requirementsIn(found, now),
  };
}

/** What a case adds to the groups: a kind of change, and the cause that it is about. */
interface Share {
  readonly kind: ShownChange;
  readonly cause: Cause<CaseEnd> | undefined;
}

/** Returns what a case adds to the groups. A case that failed for no known cause is in a group without one. */
function sharesOf(kind: ShownChange, before: Fate, now: Fate): readonly Share[] {
  const shares = kind === 'changed' ? sharesOfChanged(before, now) : undefined;
  if (shares !== undefined) return shares;
  const isGone = kind === 'fixed' || kind === 'newly-unsupported';
  const { causes } = isGone ? before : now;
  return causes.length === 0 ? [{ kind, cause: undefined }] : causes.map((cause) => ({ kind, cause }));
}

/** For a case that fails in another way, some causes are gone and others are new. Undefined if all are the same. */
function sharesOfChanged(before: Fate, now: Fate): readonly Share[] | undefined {
  const [gone, fresh] = [without(before.causes, now.causes), without(now.causes, before.causes)];
  if (gone.length + fresh.length === 0) return undefined;
  return [
    ...fresh.map((cause) => ({ kind: 'broken' as const, cause })),
    ...without(now.causes, fresh).map((cause) => ({ kind: 'still-failing' as const, cause })),
    ...gone.map((cause) => ({ kind: 'fixed' as const, cause })),
  ];
}

function without(causes: Fate['causes'], others: Fate['causes']): Fate['causes'] {
  return causes.filter(({ id }) => others.every((other) => other.id !== id));
}

interface OpenGroup {
  readonly kind: ShownChange;
  readonly cause: Cause<CaseEnd> | undefined;
  count: number;
  readonly samples: Samples<number>;
}

/** Adds up changes by kind and cause. */
class Groups {
  readonly #table: CaseTable;
  readonly #groups = new Map<string, OpenGroup>();

  constructor(table: CaseTable) {
    this.#table = table;
  }

  add({ kind, cause }: Share, row: number): void {
    const key = `${kind} ${cause?.id ?? ''}`;
    const group = this.#groups.get(key) ?? { kind, cause, count: 0, samples: new Samples<number>() };
    this.#groups.set(key, group);
    group.count += 1;
    group.samples.add(this.#table.sizeAt(row), row);
  }

  inOrder(): ChangeGroup[] {
    return [...this.#groups.values()]
      .map(({ samples, ...group }) => ({
        ...group,
        cases: samples.shortest.map((row) => this.#table.idAt(row)),
      }))
      .sort(
        (one, other) =>
          rankOf(one.kind) - rankOf(other.kind) ||
          rankOfLevel(one) - rankOfLevel(other) ||
          other.count - one.count ||
          ((one.cause?.id ?? '') < (other.cause?.id ?? '') ? -1 : 1),
      );
  }
}

function rankOf(kind: ShownChange): number {
  return CHANGE_KINDS.indexOf(kind);
}

function rankOfLevel({ cause }: ChangeGroup): number {
  return cause?.level === 'observed' ? 1 : 0;
}

function requirementsIn(groups: readonly ChangeGroup[], { summary }: Results): RequirementChange[] {
  const counts = new Map<string, Record<ShownChange, number>>();
  for (const { kind, cause, count } of groups) {
    for (const id of cause === undefined ? [] : blamedBy(cause)) {
      const its = counts.get(id) ?? noChanges();
      counts.set(id, its);
      its[kind] += count;
    }
  }
  return [...summary.requirements.values()].flatMap(({ id, level, sentence }) => {
    const its = counts.get(id);
    return its === undefined ? [] : [{ id, level, sentence, counts: its }];
  });
}

function noChanges(): Record<Exclude<ChangeKind, 'same'>, number> {
  return { broken: 0, 'newly-unsupported': 0, changed: 0, 'still-failing': 0, fixed: 0 };
}
