import type { SavedFind } from './corpus.ts';

/** A find that may go. */
export interface Superfluous {
  readonly path: string;
  readonly why: 'the same input' | 'the same failure, smaller';
  /** The find that stays in its place. */
  readonly kept: string;
}

/**
 * Finds that add nothing: an input that another one has too, and a failure of the same kind, at the same place and of
 * the same requirements as one with a shorter text. Of equals the first by name stays.
 */
export function superfluous(finds: readonly SavedFind[]): Superfluous[] {
  const bySize = [...finds].sort(
    (one, other) =>
      one.find.input.text.length - other.find.input.text.length || (one.path < other.path ? -1 : 1),
  );
  const inputs = new Map<string, string>();
  const failures = new Map<string, string>();
  const gone: Superfluous[] = [];
  for (const { path, find } of bySize) {
    const input = JSON.stringify([find.input.kind, find.input.text]);
    const failure = failureOf(find);
    const twin = inputs.get(input);
    const smaller = failures.get(failure);
    if (twin !== undefined) gone.push({ path, why: 'the same input', kept: twin });
    else if (smaller !== undefined) gone.push({ path, why: 'the same failure, smaller', kept: smaller });
    else {
      inputs.set(input, path);
      failures.set(failure, path);
    }
  }
  return gone.sort((one, other) => (one.path < other.path ? -1 : 1));
}

function failureOf({ input, failure, requirements }: SavedFind['find']): string {
  return JSON.stringify([input.kind, failure.kind, failure.path, [...requirements].sort()]);
}
