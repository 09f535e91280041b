import { VOCABULARY } from '../../../spec/generated/editions/dstack-0.21.2/vocabulary.ts';
import type { NormalForm } from '../../../spec/generated/editions/dstack-0.21.2/normal-form.ts';
import { inCanonicalOrder } from '../../../spec/generated/editions/dstack-0.21.2/normal-order.ts';
import { stringifyNormal } from '../../../spec/generated/editions/dstack-0.21.2/normal-text.ts';
import type { Tracer } from '../../fields/origin.ts';
import type { Language } from '../../language.ts';
import { RULES } from './cross-field.ts';
import { TASK, type TaskFields } from './task.ts';

/** Tasks as dstack 0.21.2 reads them. */
export const LANGUAGE: Language<TaskFields, NormalForm> = {
  table: TASK,
  rules: RULES,
  // The other configuration types of dstack.
  otherPages: {
    field: 'type',
    values: new Set<unknown>(['dev-environment', 'fleet', 'gateway', 'preset', 'service', 'volume']),
    own: 'tasks',
  },
  vocabulary: VOCABULARY,
  normalize: toNormal,
  stringify: stringifyNormal,
};

/** Fills in what depends on other fields, in the copy, because one more copy would measure. */
function toNormal(task: TaskFields, tracer?: Tracer): NormalForm {
  if (tracer !== undefined) traceDerived(task, tracer);
  const normal = inCanonicalOrder(task);
  if (task.groups === null) normal.nodes ??= 1;
  if (task.docker) normal.privileged = true;
  if (task.shell === '') normal.shell = task.image === null ? '/bin/bash' : '/bin/sh';
  return normal;
}

/**
 * docker/privileged: `docker: true` makes the container privileged, whatever is said of that.
 * groups/no-nodes: The normal form of a task with `groups` has no number of nodes.
 */
function traceDerived({ docker, groups }: TaskFields, tracer: Tracer): void {
  if (docker) tracer.derive('privileged', 'docker', ['docker/privileged']);
  if (groups !== null) tracer.derive('nodes', 'groups', ['groups/no-nodes']);
}
