import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { step } from '../document/pointer.ts';

/**
 * The place where a leaf of the normal form comes from. `from` is a pointer into the document (`''` for a default that
 * nothing in the document stands for); `requirements` are all requirements that decided the value.
 */
export interface Origin {
  readonly kind: 'given' | 'default' | 'derived';
  readonly from: string;
  readonly requirements: readonly RequirementId[];
}

interface Frame {
  readonly target: string;
  readonly source: string;
  readonly rules: RequirementId[];
  leaf: boolean;
}

/**
 * Follows readers through a document and notes the origin of every leaf of the normal form.
 * Readers take it as an optional last argument: interpreting without it costs nothing.
 */
export class Tracer {
  readonly origins = new Map<string, Origin>();
  readonly #frames: Frame[] = [{ target: '', source: '', rules: [], leaf: true }];

  /** Goes to a key of the normal form; `sourceKey` is the document's key, `null` where it is the same value. */
  enter(key: string | number, sourceKey: string | number | null = key): void {
    const outer = this.#top();
    outer.leaf = false;
    const source = sourceKey === null ? outer.source : outer.source + step(sourceKey);
    this.#frames.push({ target: outer.target + step(key), source, rules: [], leaf: true });
  }

  /** Notes that a requirement decided the value being read and everything below it. */
  rule(requirement: RequirementId): void {
    this.#top().rules.push(requirement);
  }

  /** Leaves a key whose value was read. A value without parts is a leaf. */
  leave(): void {
    const frame = this.#top();
    if (frame.leaf) {
      const requirements = [...new Set(this.#frames.flatMap((each) => each.rules))];
      this.origins.set(frame.target, { kind: 'given', from: frame.source, requirements });
    }
    this.#frames.pop();
  }

  /** Notes a default for a key that the document leaves out; `from` is set where it says `null`. */
  byDefault(key: string, requirements: readonly RequirementId[], from: 'absent' | 'null'): void {
    const outer = this.#top();
    outer.leaf = false;
    const source = from === 'null' ? outer.source + step(key) : '';
    this.origins.set(outer.target + step(key), { kind: 'default', from: source, requirements });
  }

  /** Notes a value that stands in the document under another name. */
  derive(key: string, fromKey: string, requirements: readonly RequirementId[]): void {
    this.origins.set(step(key), { kind: 'derived', from: step(fromKey), requirements });
  }

  /** Adds requirements to those that decided a key of the whole. */
  also(key: string, requirements: readonly RequirementId[]): void {
    const origin = this.origins.get(step(key));
    if (origin === undefined || requirements.length === 0) return;
    this.origins.set(step(key), { ...origin, requirements: [...origin.requirements, ...requirements] });
  }

  /** Forgets the notes about a key, because another key decides it. */
  forget(key: string): void {
    this.origins.delete(step(key));
  }

  #top(): Frame {
    const frame = this.#frames.at(-1);
    if (frame === undefined) throw new Error('a tracer was left more often than entered');
    return frame;
  }
}
