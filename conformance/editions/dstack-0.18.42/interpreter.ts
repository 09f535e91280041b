import { LANGUAGE } from '../../../reference/editions/dstack-0.18.42/language.ts';
import { LEVELS } from '../../../spec/generated/editions/dstack-0.18.42/levels.ts';
import type { Interpreter } from '../../edition.ts';

/** A test compares the id with that of the edition. */
export const INTERPRETER: Interpreter = { id: 'dstack-0.18.42/task', language: LANGUAGE, levels: LEVELS };
