import { describe, expect, test } from 'vitest';
import type { NormalGpu } from '../../../spec/generated/editions/dstack-0.18.42/normal-form.ts';
import { checkTogether } from '../../fields/rule.ts';
import { RULES } from './cross-field.ts';
import type { TaskFields } from './task.ts';
import { ANY_GPU } from '../../testing/expect.ts';
import { SPEC } from '../../../spec/generated/editions/dstack-0.18.42/edition.ts';

const TASK: TaskFields = { ...SPEC.minimal.normal, termination_policy: null, termination_idle_time: null };

function broken(fields: Partial<TaskFields>, unreadable: readonly string[] = []): string[] {
  const violations = checkTogether(RULES, { ...TASK, ...fields }, new Set(unreadable));
  return violations.map(({ requirement, path }) => `${requirement} ${path}`);
}

function withGpu(gpu: Partial<NormalGpu>): Partial<TaskFields> {
  return { resources: { ...TASK.resources, gpu: { ...ANY_GPU, ...gpu } } };
}

test.each<[Partial<TaskFields>]>([
  [{}],
  [{ commands: [], image: 'ubuntu' }],
  [{ image: 'ubuntu' }],
  [{ python: '3.10' }],
  [{ python: '3.10', image: '' }],
  [{ nvcc: true }],
  [{ nvcc: true, image: '' }],
  [{ nvcc: false, image: 'ubuntu' }],
])('%o break no rule', (fields) => {
  expect(broken(fields)).toEqual([]);
});

test.each<[Partial<TaskFields>, ...string[]]>([
  [{ commands: [] }, 'document/commands-or-image '],
  [{ commands: [], image: '' }, 'document/commands-or-image '],
  [{ python: '3.10', image: 'ubuntu' }, 'python/exclusive-with-image /python'],
  [{ nvcc: true, image: 'ubuntu' }, 'nvcc/exclusive-with-image /nvcc'],
  [
    { python: '3.10', nvcc: true, image: 'ubuntu' },
    'python/exclusive-with-image /python',
    'nvcc/exclusive-with-image /nvcc',
  ],
])('%o break %s', (fields, ...requirements) => {
  expect(broken(fields)).toEqual(requirements);
});

describe('GPUs of amd', () => {
  test.each(['1', '2', '1..4', '0..1', '..4', '0..', '10', '1..10', '-1..', '-1', '-2..-1'])(
    'need an image where %s are asked for',
    (count) => {
      const asked = withGpu({ vendor: 'amd', count });
      expect(broken(asked)).toEqual(['gpu/amd-needs-image /image']);
      expect(broken({ ...asked, image: 'rocm/pytorch' })).toEqual([]);
    },
  );

  test.each(['0', '..0', '-1..0'])('need no image where %s are asked for', (count) => {
    expect(broken(withGpu({ vendor: 'amd', count }))).toEqual([]);
  });

  test('accept an empty image as one that is given', () => {
    expect(broken({ ...withGpu({ vendor: 'amd' }), image: '' })).toEqual([]);
  });

  test('are the only ones that need an image', () => {
    expect(broken(withGpu({ vendor: 'intel' }))).toEqual([]);
    expect(broken(withGpu({ name: ['MI300X'] }))).toEqual([]);
  });
});

test.each<[Partial<TaskFields>, string]>([
  [{ commands: [] }, 'commands'],
  [{ commands: [] }, 'image'],
  [{ python: '3.10', image: 'ubuntu' }, 'python'],
  [{ nvcc: true, image: 'ubuntu' }, 'nvcc'],
  [withGpu({ vendor: 'amd' }), 'resources'],
])("%o break no rule where %s can't be read", (fields, unreadable) => {
  expect(broken(fields, [unreadable])).toEqual([]);
});
