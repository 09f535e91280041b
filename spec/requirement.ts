import type { RequirementId } from './generated/levels.ts';
import type { RequirementEntry } from './generated/requirement-file.ts';

/** One requirement as its file states it, with the topic: the file's name without its ending. */
export interface Requirement extends Omit<RequirementEntry, 'id'> {
  readonly id: RequirementId;
  readonly topic: string;
}
