import type { SavedFind } from './corpus.ts';

/** A find that may be deleted. */
export interface Superfluous {
  readonly path: string;
  readonly why: 'the same input' | 'the same failure, smaller';
  /** The find that replaces it. */
  readonly kept: string;
}

/**
 * Returns the finds that add nothing: those whose input another find of the edition has too, and those whose failure (its kind, place
 * and requirements) another find shows with a shorter text. Of equal finds, the first by name is kept.
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
    const input = JSON.stringify([find.edition.id, find.input.kind, find.input.text]);
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

function failureOf({ edition, input, failure, requirements }: SavedFind['find']): string {
  return JSON.stringify([edition.id, input.kind, failure.kind, failure.path, [...requirements].sort()]);
}
