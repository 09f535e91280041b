import type { RequirementId } from '../../spec/generated/requirement-ids.ts';

/** Ends the reading of a YAML text; `readYaml` turns it into a violation, so it never leaves the YAML reader. */
export class YamlFault extends Error {
  readonly requirement: RequirementId;
  /** The place in the text, in UTF-16 units. */
  readonly offset: number;

  constructor(requirement: RequirementId, message: string, offset: number) {
    super(message);
    this.requirement = requirement;
    this.offset = offset;
  }
}
