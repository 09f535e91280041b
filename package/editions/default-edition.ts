/** The edition that is meant where none is named. */
export const DEFAULT_EDITION = 'dstack-0.18.42/task';
