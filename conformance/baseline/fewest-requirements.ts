import type { WrongPart } from './wrong-parts.ts';

/** Parts of failing cases that may be about the same requirements. */
export interface PartGroup {
  readonly part: WrongPart;
  /** The number of cases that have such a part. */
  count: number;
}

/**
 * Returns few requirements of which each part has one. It repeatedly takes the requirement with the greatest share of
 * failures among the cases that exercise it, so that its entry hides as few passing cases as possible, and then leaves
 * out those that later ones made needless. `passes` are the numbers of passed cases that exercise each requirement.
 */
export function fewestRequirements(
  groups: readonly PartGroup[],
  passes: ReadonlyMap<string, number>,
): readonly string[] {
  const chosen: string[] = [];
  let open = groups;
  for (let next = mostBroken(open, passes); next !== undefined; next = mostBroken(open, passes)) {
    const requirement = next;
    chosen.push(requirement);
    open = open.filter(({ part }) => !has(part, requirement));
  }
  return withoutNeedless(chosen, groups);
}

/** Returns the requirement with the greatest share of failures; undefined if no part has any. */
function mostBroken(groups: readonly PartGroup[], passes: ReadonlyMap<string, number>): string | undefined {
  const counts = new Map<string, number>();
  for (const { part, count } of groups)
    for (const id of part.requirements) counts.set(id, (counts.get(id) ?? 0) + count);
  const shares = [...counts].map(([id, count]) => ({
    id,
    count,
    share: count / (count + (passes.get(id) ?? 0)),
  }));
  const [most] = shares.sort((one, other) => other.share - one.share || other.count - one.count);
  return most?.id;
}

function withoutNeedless(chosen: readonly string[], groups: readonly PartGroup[]): readonly string[] {
  let kept = chosen;
  for (const each of chosen) {
    const others = kept.filter((id) => id !== each);
    if (groups.every(({ part }) => others.some((id) => has(part, id)))) kept = others;
  }
  return kept;
}

function has(part: WrongPart, requirement: string): boolean {
  return part.requirements.some((id) => id === requirement);
}
