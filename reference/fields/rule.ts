import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { violation, type Violation } from '../document/violation.ts';

/** One requirement on several fields of a document together. */
export interface Rule<Fields> {
  readonly requirement: RequirementId;
  readonly message: string;
  /** JSON Pointer to the place at fault. */
  readonly path: string;
  /** The fields that it looks at: where one of them is broken, there is nothing to hold together. */
  readonly fields: readonly string[];
  isBroken(fields: Fields): boolean;
}

/** The violations of rules, `broken` being the fields that could not be read. */
export function checkTogether<Fields>(
  rules: readonly Rule<Fields>[],
  fields: Fields,
  broken: ReadonlySet<string>,
): Violation[] {
  const violations: Violation[] = [];
  for (const rule of rules) {
    if (rule.isBroken(fields) && !rule.fields.some((each) => broken.has(each))) {
      violations.push(violation(rule.requirement, rule.message, rule.path));
    }
  }
  return violations;
}
