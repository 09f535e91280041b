import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { PYDANTIC_1 } from '../coercion/pydantic-1.ts';
import type { FieldPath, Offer } from './offer.ts';
import type { Source } from './source.ts';

/** The requirements that a case may rest on: all, or only those that the reference page documents. */
export type Scope = 'all' | 'documented';

export interface PenOptions {
  readonly scope?: Scope;
  /**
   * The path of a field that is certainly there and differs from its default, from the outermost name to the field's.
   */
  readonly focus?: readonly string[];
  /** True if a document may say things that only YAML can say. */
  readonly yamlOnly?: boolean;
  /** The declared fields, if a document may have no others. */
  readonly offer?: Offer | undefined;
  /** How scalars of another type are read; by default as pydantic 1 does. */
  readonly coercion?: Coercion;
}

/**
 * The tool that draws meanings and writes spellings: it makes decisions, and notes each requirement that they rest on.
 */
export class Pen {
  readonly source: Source;
  readonly documented: boolean;
  readonly focus: readonly string[];
  readonly yamlOnly: boolean;
  readonly offer: Offer | undefined;
  readonly coercion: Coercion;
  /** The requirements in the order of writing. A requirement occurs as often as it was used. */
  readonly notes: RequirementId[] = [];
  /** Requirements behind the defaults of omitted fields. */
  readonly defaults: RequirementId[] = [];

  constructor(
    source: Source,
    { scope = 'all', focus = [], yamlOnly = false, offer, coercion = PYDANTIC_1 }: PenOptions = {},
  ) {
    this.source = source;
    this.documented = scope === 'documented';
    this.focus = focus;
    this.yamlOnly = yamlOnly;
    this.offer = offer;
    this.coercion = coercion;
  }

  note(requirement: RequirementId): void {
    this.notes.push(requirement);
  }

  byDefault(requirement: RequirementId): void {
    if (this.offer === undefined || this.offer.hasDefault(requirement)) this.defaults.push(requirement);
  }

  /** Returns whether a document may have a field. */
  offers(...path: FieldPath): boolean {
    return this.offer === undefined || this.offer.has(path);
  }

  /** Returns a pen with the same decisions, whose notes are dropped, for what no document holds as it is drawn. */
  quiet(): Pen {
    const { source, offer, coercion } = this;
    return new Pen(source, { scope: this.documented ? 'documented' : 'all', offer, coercion });
  }

  /** Draws related decisions in a span of their own. */
  part<Value>(draw: (pen: Pen) => Value): Value {
    this.source.enter('part');
    const value = draw(this);
    this.source.leave();
    return value;
  }

  /** Chooses one of `all` ways, of which the first `documented` are documented. 0 is the plainest one. */
  way(documented: number, all: number): number {
    const ways = this.documented ? documented : all;
    return ways <= 1 ? 0 : this.source.below(ways);
  }

  /** Returns true once in `times`, but never if only documented ways may be taken. */
  strays(times: number): boolean {
    return !this.documented && this.source.below(times) === times - 1;
  }
}
