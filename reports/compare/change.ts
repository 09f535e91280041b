import type { Fate } from './results.ts';

/**
 * The difference between the results of a case in two runs. `fixed`: it failed, or was unsupported, and passes now.
 * `broken`: it passed and fails now. `still-failing`: it fails as before. `changed`: it fails in another way, or fails
 * instead of being unsupported. `newly-unsupported`: it was answered, and is called unsupported now. `same`: it passes
 * or is unsupported in both.
 */
export type ChangeKind = 'fixed' | 'broken' | 'still-failing' | 'changed' | 'newly-unsupported' | 'same';

/** The kinds of change that are shown, the worst first. */
export const CHANGE_KINDS = ['broken', 'newly-unsupported', 'changed', 'still-failing', 'fixed'] as const;
export type ShownChange = (typeof CHANGE_KINDS)[number];

/** Returns how the result of a case differs between two runs. */
export function changeOf(before: Fate, now: Fate): ChangeKind {
  if (now.outcome === 'pass') return before.outcome === 'pass' ? 'same' : 'fixed';
  if (now.outcome === 'unsupported') return before.outcome === 'unsupported' ? 'same' : 'newly-unsupported';
  if (before.outcome === 'pass') return 'broken';
  return isAlike(before, now) ? 'still-failing' : 'changed';
}

/**
 * Returns whether a case is worse off now: it does not pass any more, or it fails about documented behaviour where it
 * failed about observed behaviour.
 */
export function isWorse(before: Fate, now: Fate): boolean {
  if (before.outcome === 'pass') return now.outcome !== 'pass';
  return before.level === 'observed' && now.level === 'documented';
}

function isAlike(before: Fate, now: Fate): boolean {
  return (
    before.outcome === now.outcome &&
    before.level === now.level &&
    before.symptoms.join() === now.symptoms.join()
  );
}
