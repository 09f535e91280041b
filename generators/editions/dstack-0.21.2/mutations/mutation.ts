import type * as engine from '../../../mutation.ts';
import type { TaskFrame } from '../fields/task.ts';

/** Breaks one requirement of a task that fulfils all others. */
export type Mutation = FieldMutation | WholeMutation;

/** Writes its own fields into a task, including the broken one. */
export interface FieldMutation extends engine.FieldMutation, TaskFrame {}

/** Replaces the whole task. */
export type WholeMutation = engine.WholeMutation;
