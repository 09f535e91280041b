import { LANGUAGE } from '../../../reference/editions/dstack-0.21.2/language.ts';
import { LEVELS } from '../../../spec/generated/editions/dstack-0.21.2/levels.ts';
import type { Interpreter } from '../../edition.ts';

/** A test compares the id with that of the edition. */
export const INTERPRETER: Interpreter = { id: 'dstack-0.21.2/task', language: LANGUAGE, levels: LEVELS };
