import { VOCABULARY } from '../../../spec/generated/editions/dstack-0.18.42/vocabulary.ts';
import type { NormalForm } from '../../../spec/generated/editions/dstack-0.18.42/normal-form.ts';
import { inCanonicalOrder } from '../../../spec/generated/editions/dstack-0.18.42/normal-order.ts';
import { stringifyNormal } from '../../../spec/generated/editions/dstack-0.18.42/normal-text.ts';
import type { Tracer } from '../../fields/origin.ts';
import type { Language } from '../../language.ts';
import { RULES } from './cross-field.ts';
import { foldIdle } from './idle-duration.ts';
import { TASK, type TaskFields } from './task.ts';

/** Tasks as dstack 0.18.42 reads them. */
export const LANGUAGE: Language<TaskFields, NormalForm> = {
  table: TASK,
  rules: RULES,
  // The other configuration types of dstack.
  otherPages: {
    field: 'type',
    values: new Set<unknown>(['dev-environment', 'fleet', 'gateway', 'service', 'volume']),
    own: 'tasks',
  },
  vocabulary: VOCABULARY,
  normalize: toNormal,
  stringify: stringifyNormal,
};

function toNormal(task: TaskFields, tracer?: Tracer): NormalForm {
  return inCanonicalOrder({ ...task, idle_duration: foldIdle(task, tracer) });
}
