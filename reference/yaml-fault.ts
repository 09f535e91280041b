import type { Node } from 'yaml';
import type { RequirementId } from '../spec/generated/levels.ts';

/** Ends the reading of a YAML text; `readYaml` turns it into a violation, so it never leaves the YAML reader. */
export class YamlFault extends Error {
  readonly requirement: RequirementId;
  readonly offset: number;

  constructor(requirement: RequirementId, message: string, offset: number) {
    super(message);
    this.requirement = requirement;
    this.offset = offset;
  }
}

/** Where a node starts in the text, as an offset in UTF-16 units. */
export function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
