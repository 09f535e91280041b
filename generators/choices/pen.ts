import type { RequirementId } from '../../spec/generated/levels.ts';
import type { Source } from './source.ts';

/** Which requirements a case may rest on: all, or only those that the reference page documents. */
export type Scope = 'all' | 'documented';

export interface PenOptions {
  readonly scope?: Scope;
  /** The names of a field, from the outside in, that is there for sure and differs from its default. */
  readonly focus?: readonly string[];
  /** Whether a document may say what only YAML can say. */
  readonly yamlOnly?: boolean;
}

/** What meanings are drawn and spellings written with: decisions, and a note of each requirement they rest on. */
export class Pen {
  readonly source: Source;
  readonly documented: boolean;
  readonly focus: readonly string[];
  readonly yamlOnly: boolean;
  /** In the order of writing; a requirement stands as often as it was used. */
  readonly notes: RequirementId[] = [];
  /** The requirements that give a value to what is not written. */
  readonly defaults: RequirementId[] = [];

  constructor(source: Source, { scope = 'all', focus = [], yamlOnly = false }: PenOptions = {}) {
    this.source = source;
    this.documented = scope === 'documented';
    this.focus = focus;
    this.yamlOnly = yamlOnly;
  }

  note(requirement: RequirementId): void {
    this.notes.push(requirement);
  }

  byDefault(requirement: RequirementId): void {
    this.defaults.push(requirement);
  }

  /** Draws what belongs together in a span of its own. */
  part<Value>(draw: (pen: Pen) => Value): Value {
    this.source.enter('part');
    const value = draw(this);
    this.source.leave();
    return value;
  }

  /** One of `all` ways, of which the first `documented` are documented. 0 is the plainest one. */
  way(documented: number, all: number): number {
    const ways = this.documented ? documented : all;
    return ways <= 1 ? 0 : this.source.below(ways);
  }

  /** True once in `times`, and never where only documented ways may be taken. */
  strays(times: number): boolean {
    return !this.documented && this.source.below(times) === times - 1;
  }
}
