import type * as engine from '../../../mutation.ts';
import type { TaskFrame } from '../fields/task.ts';

/** Breaks one requirement of a task that holds all others. */
export type Mutation = FieldMutation | WholeMutation;

/** Writes fields of its own into a task, among them the broken one. */
export interface FieldMutation extends engine.FieldMutation, TaskFrame {}

/** Puts something else in the place of the whole task. */
export type WholeMutation = engine.WholeMutation;
