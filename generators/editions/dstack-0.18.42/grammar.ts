import { LEVELS } from '../../../spec/generated/editions/dstack-0.18.42/levels.ts';
import type { NormalForm } from '../../../spec/generated/editions/dstack-0.18.42/normal-form.ts';
import { TOPIC_OF } from '../../../spec/generated/editions/dstack-0.18.42/requirements.ts';
import { PYDANTIC_1 } from '../../coercion/pydantic-1.ts';
import type { Grammar } from '../../grammar.ts';
import { normalTask, type TaskMeaning } from './fields/meaning.ts';
import { DECLARABLE, drawTask } from './fields/task.ts';
import { FOCI } from './foci.ts';
import { MUTATIONS_BY_REQUIREMENT } from './mutation-table.ts';

/** Tasks as dstack 0.18.42 documents and reads them. */
export const GRAMMAR: Grammar<TaskMeaning, NormalForm> = {
  mutations: MUTATIONS_BY_REQUIREMENT,
  foci: FOCI,
  topics: TOPIC_OF,
  levels: LEVELS,
  coercion: PYDANTIC_1,
  fields: DECLARABLE,
  draw: drawTask,
  normal: normalTask,
};
