import type { Level } from '../../spec/edition.ts';

/** One way in which a case fails, as it is logged. */
export interface LoggedSymptom {
  readonly kind: string;
  readonly path: string;
  readonly level: Level;
  readonly requirements: readonly string[];
  readonly said: string;
}

/** Symptoms that look alike: only their documents differ. */
export interface Suspect<Sample> extends Omit<LoggedSymptom, 'requirements'> {
  /** The requirements that all of them rest on. */
  requirements: readonly string[];
  count: number;
  /** Equal for symptoms that are counted as this suspect. It stays the same when `requirements` gets shorter. */
  readonly key: string;
  readonly samples: Samples<Sample>;
}

/** A cause shows this many cases in full. */
const KEPT = 6;

/** The cases with the shortest documents, the shortest first. */
export class Samples<Sample> {
  readonly #kept: { readonly size: number; readonly sample: Sample }[] = [];

  add(size: number, sample: Sample): void {
    const longer = this.#kept.findIndex((each) => each.size > size);
    this.#kept.splice(longer < 0 ? this.#kept.length : longer, 0, { size, sample });
    if (this.#kept.length > KEPT) this.#kept.pop();
  }

  addAll(others: Samples<Sample>): void {
    for (const { size, sample } of others.#kept) this.add(size, sample);
  }

  get shortest(): readonly Sample[] {
    return this.#kept.map(({ sample }) => sample);
  }
}

/** Returns a key that is equal for symptoms that look alike. */
export function suspectKey({ kind, path, requirements, said, level }: LoggedSymptom): string {
  return JSON.stringify([kind, path, level, said, ...requirements]);
}
