import type { Rule } from '../../fields/rule.ts';
import { haveWrongReference, refersToGroups } from './groups-reference.ts';
import type { TaskFields } from './task.ts';

/** A rule whose fields are fields of a task. */
interface TaskRule extends Rule<TaskFields> {
  readonly fields: readonly (keyof TaskFields)[];
}

type Resources = TaskFields['resources'];

/**
 * The rules across fields. An empty image counts as none, except for what a machine needs an image for and for groups
 * without commands, as in the release.
 */
export const RULES: readonly TaskRule[] = [
  // document/commands-image-or-groups: A task without `groups` has at least one command or a non-empty image.
  {
    requirement: 'document/commands-image-or-groups',
    message: 'either `commands` or `image` must be set',
    path: '',
    fields: ['commands', 'image', 'groups'],
    isBroken: ({ commands, image, groups }) => groups === null && commands.length === 0 && !image,
  },
  // groups/without-nodes: `groups` and `nodes` exclude each other.
  {
    requirement: 'groups/without-nodes',
    message: '`groups` and `nodes` exclude each other',
    path: '',
    fields: ['groups', 'nodes'],
    isBroken: ({ groups, nodes }) => groups !== null && nodes !== null,
  },
  // groups/without-commands: Beside `groups`, the task itself has no commands.
  {
    requirement: 'groups/without-commands',
    message: 'beside `groups`, the commands are those of the groups',
    path: '',
    fields: ['groups', 'commands'],
    isBroken: ({ groups, commands }) => groups !== null && commands.length > 0,
  },
  // groups/without-ports: Beside `groups`, the task itself has no ports.
  {
    requirement: 'groups/without-ports',
    message: 'beside `groups`, the ports are those of the groups',
    path: '',
    fields: ['groups', 'ports'],
    isBroken: ({ groups, ports }) => groups !== null && ports.length > 0,
  },
  // groups/without-entrypoint: Beside `groups`, there is no `entrypoint`, not even an empty one.
  {
    requirement: 'groups/without-entrypoint',
    message: '`groups` and `entrypoint` exclude each other',
    path: '',
    fields: ['groups', 'entrypoint'],
    isBroken: ({ groups, entrypoint }) => groups !== null && entrypoint !== null,
  },
  // groups/commands-or-image: Each group has commands, or the task has an image, which may be empty.
  {
    requirement: 'groups/commands-or-image',
    message: 'a group has no commands, and the task no image',
    path: '',
    fields: ['groups', 'image'],
    isBroken: ({ groups, image }) =>
      groups !== null && image === null && groups.some(({ commands }) => commands.length === 0),
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
    // The release accepts this (a published divergence), but the page says that the two exclude each other.
    requirement: 'nvcc/exclusive-with-image',
    message: '`nvcc` and `image` exclude each other',
    path: '/nvcc',
    fields: ['nvcc', 'image'],
    isBroken: ({ nvcc, image }) => nvcc && Boolean(image),
  },
  // docker/exclusive-with-image: `docker: true` and `image` exclude each other; an empty image is none.
  {
    requirement: 'docker/exclusive-with-image',
    message: '`docker` and `image` exclude each other',
    path: '/docker',
    fields: ['docker', 'image'],
    isBroken: ({ docker, image }) => docker && Boolean(image),
  },
  // docker/exclusive-with-python: `docker: true` and `python` exclude each other.
  {
    requirement: 'docker/exclusive-with-python',
    message: '`docker` and `python` exclude each other',
    path: '/docker',
    fields: ['docker', 'python'],
    isBroken: ({ docker, python }) => docker && python !== null,
  },
  // docker/exclusive-with-nvcc: `docker: true` and `nvcc: true` exclude each other.
  {
    requirement: 'docker/exclusive-with-nvcc',
    message: '`docker` and `nvcc` exclude each other',
    path: '/docker',
    fields: ['docker', 'nvcc'],
    isBroken: ({ docker, nvcc }) => docker && nvcc,
  },
  // gpu/needs-image: The vendors amd, intel and tenstorrent need an `image` or `docker: true`, unless the count's upper
  //   end is 0.
  {
    requirement: 'gpu/needs-image',
    message: 'GPUs of amd, intel and tenstorrent need an `image`',
    path: '/image',
    fields: ['resources', 'groups', 'image', 'docker'],
    isBroken: (task) => task.image === null && !task.docker && someNodes(task, needsOwnDrivers),
  },
  // cpu/arm-needs-image: The architecture arm needs an `image`.
  {
    requirement: 'cpu/arm-needs-image',
    message: 'CPUs of arm need an `image`',
    path: '/image',
    fields: ['resources', 'groups', 'image', 'docker'],
    isBroken: (task) => task.image === null && !task.docker && someNodes(task, isArm),
  },
  // cpu/arm-without-docker: The architecture arm excludes `docker: true`.
  {
    requirement: 'cpu/arm-without-docker',
    message: 'CPUs of arm exclude `docker`',
    path: '/docker',
    fields: ['resources', 'groups', 'docker'],
    isBroken: (task) => task.docker && someNodes(task, isArm),
  },
  // groups/reference: In commands, a reference to `groups` is `groups[i].nodes[j].IP_ADDRESS`, of a node that exists.
  {
    requirement: 'groups/reference',
    message: 'a command refers to no node of a group',
    path: '',
    fields: ['commands', 'groups', 'nodes'],
    isBroken: ({ commands, groups, nodes }) => {
      if (groups === null) return haveWrongReference(commands, () => [nodes ?? 1]);
      const sizes = groups.map((group) => group.nodes);
      return groups.some((group) => haveWrongReference(group.commands, () => sizes));
    },
  },
  // groups/reference-in-env: In `env`, no value refers to `groups`.
  {
    requirement: 'groups/reference-in-env',
    message: 'references to groups are for commands',
    path: '/env',
    fields: ['env'],
    isBroken: ({ env }) => {
      for (const name in env) {
        const value = env[name];
        if (typeof value === 'string' && refersToGroups(value)) return true;
      }
      return false;
    },
  },
];

/** Returns whether the resources of some nodes are so. Beside groups, those of the task mean nothing. */
function someNodes({ resources, groups }: TaskFields, are: (resources: Resources) => boolean): boolean {
  return groups === null ? are(resources) : groups.some((group) => are(group.resources));
}

/** Returns whether a GPU is asked for that works only with an image of its vendor. A count of at most 0 asks for none. */
function needsOwnDrivers({ gpu: { vendor, count } }: Resources): boolean {
  const isOwn = vendor === 'amd' || vendor === 'intel' || vendor === 'tenstorrent';
  return isOwn && count !== '0' && !count.endsWith('..0');
}

function isArm({ cpu }: Resources): boolean {
  return cpu.arch === 'arm';
}
