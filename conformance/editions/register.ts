import type { Edition } from '../edition.ts';

/** An edition that can be chosen. Its code and its data are loaded when it is. */
export interface Registered {
  readonly id: string;
  readonly load: () => Promise<Edition>;
}

/** The editions that can be chosen. The first one is chosen where nothing is said. */
export type Register = readonly [Registered, ...Registered[]];

/** All editions of this release of the suite, one line each. */
export const EDITIONS: Register = [
  { id: 'dstack-0.18.42/task', load: async () => (await import('./dstack-0.18.42/edition.ts')).EDITION },
];
