import type { RequirementId } from '../../spec/generated/requirement-ids.ts';

/** The place of a field in a document, from the outermost name to the field's own: `['resources', 'gpu']`. */
export type FieldPath = readonly string[];

/** A field that an implementation may declare or not. */
export interface DeclarableField {
  readonly path: FieldPath;
  /** The keys that say it, where its path ends: its own name, and deprecated ones that mean the same field. */
  readonly keys: readonly string[];
  /** Requirements behind the field's default. */
  readonly byDefault: readonly RequirementId[];
}

/** The declared fields of an edition. Documents are made of these, and say nothing of the others. */
export class Offer {
  /** The declared fields, in the order of the page. */
  readonly paths: readonly FieldPath[];
  readonly #declared: ReadonlySet<string>;
  /** The declared fields and the mappings around them. */
  readonly #names: ReadonlySet<string>;
  /** Requirements behind the defaults of the other fields. */
  readonly #silent: ReadonlySet<RequirementId>;

  /** `isDeclared` tells the declared fields from the others. */
  constructor(fields: readonly DeclarableField[], isDeclared: (field: DeclarableField) => boolean) {
    this.paths = fields.filter(isDeclared).map(({ path }) => path);
    this.#declared = new Set(this.paths.map(nameOfField));
    this.#names = new Set(this.paths.flatMap(leadingTo).map(nameOfField));
    const said = new Set(fields.filter(isDeclared).flatMap(({ byDefault }) => byDefault));
    const others = fields.flatMap(({ byDefault }) => byDefault).filter((id) => !said.has(id));
    this.#silent = new Set(others);
  }

  /** Returns whether a place is a declared field, is inside of one, or holds one. */
  has(path: FieldPath): boolean {
    return (
      this.#names.has(nameOfField(path)) ||
      leadingTo(path).some((outer) => this.#declared.has(nameOfField(outer)))
    );
  }

  /** Returns whether a default is of a declared field, or of a value inside of one. */
  hasDefault(requirement: RequirementId): boolean {
    return !this.#silent.has(requirement);
  }
}

/** Writes the path of a field as implementations declare it: `resources.gpu`. */
export function nameOfField(path: FieldPath): string {
  return path.join('.');
}

/** Returns a path and the paths of all mappings around it. */
function leadingTo(path: FieldPath): FieldPath[] {
  return path.map((_, index) => path.slice(0, index + 1));
}
