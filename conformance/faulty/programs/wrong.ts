import { isDeepStrictEqual } from 'node:util';
import type { Violation } from '../../../reference/document/violation.ts';
import type { RequirementId } from '../../../spec/generated/requirement-ids.ts';
import type { Answers } from './answer.ts';
import { overlook } from './overlook.ts';
import { honest, verdictOn } from './right-answers.ts';
import { change, find, findAll, isMapping, type Mapping } from './change.ts';

/** Misreads the value of a valid document at `pointer`, and reads everything else rightly. */
export function reads(pointer: string, by: (found: unknown) => unknown): Answers {
  return ifValid(tolerates(pointer, by));
}

/** Replaces the document's value at `pointer` before it is checked. */
export function tolerates(pointer: string, by: (found: unknown) => unknown): Answers {
  return (document) => honest(change(document, pointer, by));
}

/** Makes a program that is wrong about valid documents only. */
export function ifValid(wrong: Answers): Answers {
  return (document) => {
    const answer = honest(document);
    return answer.kind === 'accepted' ? wrong(document) : answer;
  };
}

/** Reads the document rightly, but answers another value at `pointer` of the normal form. */
export function says(pointer: string, by: (found: unknown) => unknown): Answers {
  return (document) => {
    const answer = honest(document);
    if (answer.kind === 'rejected') return answer;
    return { kind: 'accepted', normal: change(answer.normal, pointer, by) };
  };
}

/** Answers `value` if the document has nothing, or null, at `pointer`. */
export function defaults(pointer: string, value: unknown): Answers {
  return unless(
    (document) => !isAbsent(find(document, pointer)),
    says(pointer, () => value),
  );
}

/** Makes a program that is right about the documents that `spares` selects. */
export function unless(spares: (document: Mapping) => boolean, wrong: Answers): Answers {
  return (document) => (isMapping(document) && !spares(document) ? wrong(document) : honest(document));
}

/** Accepts documents that break only `overlooked`. */
export function allows(...overlooked: readonly RequirementId[]): Answers {
  return (document) => {
    const verdict = verdictOn(document);
    if (verdict.kind === 'accepted') return { kind: 'accepted', normal: verdict.normal };
    return verdict.violations.every((violation) => overlooked.includes(violation.requirement))
      ? overlook(document, verdict.violations)
      : { kind: 'rejected', violations: verdict.violations };
  };
}

/** Combines two faults: wrong answers of the first one stay, and the second one answers the rest. */
export function both(one: Answers, other: Answers): Answers {
  return (document) => {
    const answer = one(document);
    return isDeepStrictEqual(answer, honest(document)) ? other(document) : answer;
  };
}

/** Refuses a document because of its value at `pointer`. It says where and why, unless `says` is given. */
export function refuses(
  pointer: string,
  dislikes: (found: unknown) => boolean,
  says: Partial<Pick<Violation, 'path' | 'message'>> = {
    path: pointer.replace(/\/\*.*$/, ''),
    message: 'not supported',
  },
): Answers {
  return (document) =>
    findAll(document, pointer).some(dislikes) ? { kind: 'rejected', violations: [says] } : honest(document);
}

export function isAbsent(found: unknown): boolean {
  return found === undefined || found === null;
}
