import type { InputKind } from '../../spec/generated/protocol.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { TestCase } from '../case/case.ts';

/** Requirements that no case exercised. */
export interface Gaps {
  /** A case that was to be asked would have exercised them. */
  readonly missing: readonly RequirementId[];
  /** Only cases of a kind of input that is not taken exercise them. */
  readonly notApplicable: readonly RequirementId[];
  /** No case of the corpus exercises them. */
  readonly unknown: readonly RequirementId[];
}

/** The requirements that the cases of a run could exercise. It receives every case, one by one. */
export class Coverage {
  readonly #inputs: readonly InputKind[];
  readonly #taken = new Set<RequirementId>();
  readonly #elsewhere = new Set<RequirementId>();

  /** `inputs` are the kinds of input that the implementation takes. */
  constructor(inputs: readonly InputKind[]) {
    this.#inputs = inputs;
  }

  add({ input, requirements }: TestCase): void {
    const found = this.#inputs.includes(input.kind) ? this.#taken : this.#elsewhere;
    for (const id of requirements) found.add(id);
  }

  /** Only a corpus that was gone through (`isWhole`) shows that no case of the kinds that are taken exercises something. */
  gaps(wanted: readonly RequirementId[], exercised: ReadonlySet<RequirementId>, isWhole: boolean): Gaps {
    const open = wanted.filter((id) => !exercised.has(id));
    if (!isWhole) return { missing: open, notApplicable: [], unknown: [] };
    return {
      missing: open.filter((id) => this.#taken.has(id)),
      notApplicable: open.filter((id) => !this.#taken.has(id) && this.#elsewhere.has(id)),
      unknown: open.filter((id) => !this.#taken.has(id) && !this.#elsewhere.has(id)),
    };
  }
}
