import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { Foreign } from './foreign.ts';
import { step } from './pointer.ts';

/** One broken requirement: where (JSON Pointer into the document), and for text also line and column from 1. */
export interface Violation {
  readonly requirement: RequirementId;
  readonly path: string;
  readonly message: string;
  /** The names or words that are known there. Suggestions are made of them where the message is shown. */
  readonly choices?: readonly string[];
  readonly line?: number;
  readonly column?: number;
}

/**
 * The result of a reader that refuses a value: one or more violations, with paths relative to the value. It is a
 * class, so that `instanceof` tells it from every value without wrapping each success.
 */
export class Rejection {
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    this.violations = violations;
  }
}

export function violation(requirement: RequirementId, message: string, path = ''): Violation {
  return { requirement, path, message };
}

export function reject(requirement: RequirementId, message: string, path = ''): Rejection {
  return new Rejection([violation(requirement, message, path)]);
}

/** The rejection of a name or word that is none of those that are known. */
export function rejectUnknown(
  requirement: RequirementId,
  message: string,
  choices: readonly string[],
): Rejection {
  return new Rejection([{ requirement, path: '', message, choices }]);
}

/** The rejection of a value that no field takes. */
export function refuseForeign(value: Foreign): Rejection {
  return reject(value.requirement, `no field takes ${value.what}`);
}

/** The same rejection of a value that stands for several parts, such as a short text: all is wrong at the value itself. */
export function asWhole({ violations }: Rejection): Rejection {
  return new Rejection(violations.map((each) => ({ ...each, path: '' })));
}

/** The violations of a value, seen from the mapping or list that holds it under `key`. */
export function under(rejection: Rejection, key: string | number): Violation[] {
  const prefix = step(key);
  return rejection.violations.map((each) => ({ ...each, path: prefix + each.path }));
}
