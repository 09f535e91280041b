import type { Registered } from '../../edition.ts';

/** This module is loaded at every start, so it imports nothing but types by itself. */
export const DSTACK_0_21_2: Registered = {
  id: 'dstack-0.21.2/task',
  loadInterpreter: async () => (await import('./interpreter.ts')).INTERPRETER,
  loadSpec: async () => (await import('../../../spec/generated/editions/dstack-0.21.2/edition.ts')).SPEC,
  load: async () => (await import('./edition.ts')).EDITION,
};
