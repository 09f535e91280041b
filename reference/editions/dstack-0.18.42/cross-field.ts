import type { TaskFields } from './task.ts';
import type { Rule } from '../../fields/rule.ts';

/** A rule whose fields are fields of a task. */
interface TaskRule extends Rule<TaskFields> {
  readonly fields: readonly (keyof TaskFields)[];
}

/** What fields must hold together. An empty image counts as none, except for amd, as in the release. */
export const RULES: readonly TaskRule[] = [
  // document/commands-or-image: A task has at least one command or a non-empty image.
  {
    requirement: 'document/commands-or-image',
    message: 'either `commands` or `image` must be set',
    path: '',
    fields: ['commands', 'image'],
    isBroken: ({ commands, image }) => commands.length === 0 && !image,
  },
  // python/exclusive-with-image: `python` and `image` exclude each other; an empty image is none.
  {
    requirement: 'python/exclusive-with-image',
    message: '`python` and `image` exclude each other',
    path: '/python',
    fields: ['python', 'image'],
    isBroken: ({ python, image }) => python !== null && Boolean(image),
  },
  // nvcc/exclusive-with-image: `nvcc: true` and `image` exclude each other.
  {
    // The release accepts it (a published divergence); the page says that they exclude each other.
    requirement: 'nvcc/exclusive-with-image',
    message: '`nvcc` and `image` exclude each other',
    path: '/nvcc',
    fields: ['nvcc', 'image'],
    isBroken: ({ nvcc, image }) => nvcc && Boolean(image),
  },
  {
    requirement: 'gpu/amd-needs-image',
    message: 'GPUs of amd need an `image`',
    path: '/image',
    fields: ['resources', 'image'],
    isBroken: ({ resources, image }) => image === null && asksForAmd(resources.gpu),
  },
];

/**
 * gpu/amd-needs-image: The vendor amd needs an image, unless the count's upper end is 0.
 * A count of at most 0 asks for no GPU.
 */
function asksForAmd(gpu: TaskFields['resources']['gpu']): boolean {
  return gpu?.vendor === 'amd' && gpu.count !== '0' && !gpu.count.endsWith('..0');
}
