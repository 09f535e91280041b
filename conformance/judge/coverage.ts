import type { InputKind } from '../../spec/generated/protocol.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { TestCase } from '../case/case.ts';

/** Requirements that no case exercised, apart from those that only a kind of input exercises that is not taken. */
export interface Gaps {
  readonly missing: readonly RequirementId[];
  readonly notApplicable: readonly RequirementId[];
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
    const notApplicable = open.filter((id) => isWhole && !this.#taken.has(id) && this.#elsewhere.has(id));
    return { missing: open.filter((id) => !notApplicable.includes(id)), notApplicable };
  }
}
