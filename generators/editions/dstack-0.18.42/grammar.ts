import { LEVELS } from '../../../spec/generated/levels.ts';
import type { NormalForm } from '../../../spec/generated/normal-form.ts';
import { REQUIREMENTS } from '../../../spec/generated/requirements.ts';
import type { Grammar } from '../../grammar.ts';
import { normalTask, type TaskMeaning } from './fields/meaning.ts';
import { drawTask } from './fields/task.ts';
import { FOCI } from './foci.ts';
import { MUTATIONS_BY_REQUIREMENT } from './mutation-table.ts';

/** Tasks as dstack 0.18.42 documents and reads them. */
export const GRAMMAR: Grammar<TaskMeaning, NormalForm> = {
  mutations: MUTATIONS_BY_REQUIREMENT,
  foci: FOCI,
  topics: new Map(REQUIREMENTS.map(({ id, topic }) => [id, topic])),
  levels: LEVELS,
  draw: drawTask,
  normal: normalTask,
};
