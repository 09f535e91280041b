import type { Readable, Registered } from '../edition.ts';
import { DSTACK_0_18_42 } from './dstack-0.18.42/registered.ts';
import { DSTACK_0_21_2 } from './dstack-0.21.2/registered.ts';

/** The editions that implementations can be certified for. The first one is chosen where nothing is said. */
export type Register = readonly [Registered, ...Registered[]];

/** All editions of this release of the suite that have generators. */
export const EDITIONS: Register = [DSTACK_0_18_42, DSTACK_0_21_2];

/** All editions whose documents can be read: also those that have no generators yet. */
export const READABLE: readonly [Readable, ...Readable[]] = EDITIONS;
