import type { Registered } from '../edition.ts';
import { DSTACK_0_18_42 } from './dstack-0.18.42/registered.ts';

/** The editions that can be chosen. The first one is chosen where nothing is said. */
export type Register = readonly [Registered, ...Registered[]];

/** All editions of this release of the suite. */
export const EDITIONS: Register = [DSTACK_0_18_42];
