import { EDITION as DSTACK } from '../editions/dstack-0.18.42/edition.ts';
import type { Edition } from '../edition.ts';
import type { Registered } from '../editions/register.ts';

/** The edition of tests that are about no particular one. */
export const EDITION: Edition = DSTACK;

/** The same as the command line gives it to a command. */
export const CHOSEN: Registered = { id: EDITION.id, load: () => Promise.resolve(EDITION) };
