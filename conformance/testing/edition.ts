import { EDITION as DSTACK } from '../editions/dstack-0.18.42/edition.ts';
import type { Edition, Interpreter, Registered } from '../edition.ts';

/** The edition of tests that are about no particular one. */
export const EDITION: Edition = DSTACK;

/** The same as the command line gives it to a command. */
export const CHOSEN: Registered = registeredAs(EDITION);

/** The part of it that reads documents. */
export const INTERPRETER: Interpreter = interpreterOf(EDITION);

/** Returns an edition as a register holds it. */
export function registeredAs(edition: Edition): Registered {
  return {
    id: edition.id,
    loadInterpreter: () => Promise.resolve(interpreterOf(edition)),
    loadSpec: () => Promise.resolve(edition.spec),
    load: () => Promise.resolve(edition),
  };
}

function interpreterOf({ id, language, spec }: Edition): Interpreter {
  return { id, language, levels: spec.levels };
}
