import { LEVELS } from '../../../../spec/generated/editions/dstack-0.21.2/levels.ts';
import { oneOf } from '../../../choices/choose.ts';
import type { Entries } from '../../../document/entries.ts';
import { knownText, list, text } from '../../../document/node.ts';
import { fieldsWith, spellNull, type Field } from '../../../fields/field.ts';
import { drawNodes } from '../../../meaning/count.ts';
import { drawFileMapping } from '../../../meaning/file-mapping.ts';
import { drawList } from '../../../meaning/list.ts';
import { drawAlikeText } from '../../../meaning/long-texts.ts';
import * as pools from '../../../meaning/pools.ts';
import { drawPort, PORTS_OF_TCP } from '../../../meaning/port.ts';
import { drawRegistryAuth } from '../../../meaning/registry-auth.ts';
import { drawRepo } from '../../../meaning/repo.ts';
import { drawRunName } from '../../../meaning/run-name.ts';
import { drawText } from '../../../meaning/text.ts';
import { drawUser } from '../../../meaning/user.ts';
import { drawVariables } from '../../../meaning/variable.ts';
import { spellBoolean } from '../../../spelling/boolean.ts';
import { spellFileMapping } from '../../../spelling/file-mapping.ts';
import { spellInteger } from '../../../spelling/integer.ts';
import { spellPort } from '../../../spelling/port.ts';
import { spellPythonVersion } from '../../../spelling/python-version.ts';
import { spellRegistryAuth } from '../../../spelling/registry-auth.ts';
import { spellRepo } from '../../../spelling/repo.ts';
import { spellRunName } from '../../../spelling/run-name.ts';
import { spellList, spellText, spellTextList } from '../../../spelling/text.ts';
import { PLAIN_ITEMS, spellVariables } from '../../../spelling/variable.ts';
import { spellVolume } from '../../../spelling/volume.ts';
import { drawCommands } from './commands.ts';
import { drawEntrypoint } from './entrypoint.ts';
import { GROUPS_FIELD } from './groups.ts';
import { DEFAULT_TASK, type TaskMeaning } from './meaning.ts';
import { PYTHON_VERSIONS } from './pools.ts';
import { PROFILE_FIELDS } from './profile.ts';
import { RESOURCES_FIELD } from './resources-field.ts';
import { drawShell, spellShell } from './shell.ts';
import { drawTaskVolume } from './volume.ts';
import { drawWorkingDir, spellWorkingDir } from './working-dir.ts';

const field = fieldsWith<TaskMeaning>(DEFAULT_TASK, LEVELS);

/** The commands of documents without other fields. These documents differ only in the content of the commands. */
const ALIKE_COMMANDS: Field<TaskMeaning> = field('commands', {
  popularity: 0,
  given: 'commands/in-order',
  byDefault: 'commands/default',
  draw: ({ source }) => [drawAlikeText(source), drawAlikeText(source)],
  spell: spellTextList,
  isNeeded: hasNothingToRun,
});

/**
 * The fields of a task except `type`, in the order of the page. Some are moved: `image`, `docker` and `groups` come
 * first, because others depend on them, and `commands` come last, as in most files.
 */
export const FIELDS: readonly Field<TaskMeaning>[] = [
  field('image', {
    popularity: 80,
    given: 'image/given',
    byDefault: 'image/default',
    draw: (pen) => drawText(pen, pools.IMAGES),
    spell: spellText,
    spellAbsent: spellNull,
  }),
  field('docker', {
    popularity: 20,
    given: 'docker/given',
    byDefault: 'docker/default',
    draw: (pen) => {
      pen.note('docker/privileged');
      return true;
    },
    spell: spellBoolean,
    spellAbsent: spellNull,
    isFree: hasNoImage,
  }),
  GROUPS_FIELD,
  field('name', {
    popularity: 60,
    given: 'name/given',
    byDefault: 'name/default',
    draw: drawRunName,
    spell: spellRunName,
    spellAbsent: spellNull,
  }),
  withoutGroups(
    field('nodes', {
      popularity: 40,
      given: 'nodes/number',
      byDefault: 'nodes/default',
      draw: drawNodes,
      spell: spellInteger,
      spellAbsent: spellNull,
    }),
  ),
  field('user', {
    popularity: 24,
    given: 'user/given',
    byDefault: 'user/default',
    draw: drawUser,
    spell: spellText,
    spellAbsent: spellNull,
  }),
  field('privileged', {
    popularity: 20,
    given: 'privileged/given',
    byDefault: 'privileged/default',
    draw: () => true,
    spell: spellBoolean,
  }),
  withoutGroups(
    field('entrypoint', {
      popularity: 20,
      given: 'entrypoint/given',
      byDefault: 'entrypoint/default',
      draw: drawEntrypoint,
      spell: spellText,
      spellAbsent: spellNull,
    }),
  ),
  field('working_dir', {
    popularity: 30,
    given: 'working_dir/in-container',
    byDefault: 'working_dir/default-of-image',
    draw: drawWorkingDir,
    spell: spellWorkingDir,
    spellAbsent: spellNull,
  }),
  field('registry_auth', {
    popularity: 20,
    given: 'registry_auth/given',
    byDefault: 'registry_auth/default',
    draw: drawRegistryAuth,
    spell: spellRegistryAuth,
    spellAbsent: spellNull,
  }),
  field('python', {
    popularity: 80,
    given: 'python/given',
    byDefault: 'python/default',
    draw: ({ source }) => oneOf(source, PYTHON_VERSIONS),
    spell: spellPythonVersion,
    spellAbsent: spellNull,
    isFree: isOnDefaultImage,
  }),
  field('nvcc', {
    popularity: 30,
    given: 'nvcc/given',
    byDefault: 'nvcc/default',
    draw: () => true,
    spell: spellBoolean,
    spellAbsent: spellNull,
    isFree: isOnDefaultImage,
  }),
  field('dstack', {
    popularity: 12,
    given: 'dstack/given',
    byDefault: 'dstack/default',
    draw: () => true,
    spell: spellBoolean,
  }),
  field('single_branch', {
    popularity: 20,
    given: 'single_branch/given',
    byDefault: 'single_branch/default',
    draw: () => false,
    spell: spellBoolean,
    spellAbsent: spellNull,
  }),
  field('env', {
    popularity: 90,
    byDefault: 'env/default',
    draw: drawVariables,
    spell: (variables, pen) => spellVariables(variables, pen, PLAIN_ITEMS),
  }),
  field('shell', {
    popularity: 20,
    given: 'shell/given',
    byDefault: 'shell/default',
    draw: drawShell,
    spell: spellShell,
    spellAbsent: spellNull,
  }),
  RESOURCES_FIELD,
  field('priority', {
    popularity: 24,
    given: 'priority/given',
    byDefault: 'priority/lowest',
    draw: ({ source }) => oneOf(source, [50, 1, 100, 10, 99]),
    spell: spellInteger,
    spellAbsent: spellNull,
  }),
  field('volumes', {
    popularity: 50,
    given: 'volumes/list',
    byDefault: 'volumes/default',
    draw: (pen) => drawList(pen, 1, () => drawTaskVolume(pen)),
    spell: (volumes, pen) => spellList(volumes, pen, spellVolume),
  }),
  field('repos', {
    popularity: 60,
    given: 'repos/list',
    byDefault: 'repos/default',
    draw: (pen) => [drawRepo(pen)],
    spell: (repos, pen) => spellList(repos, pen, spellRepo),
  }),
  field('files', {
    popularity: 50,
    given: 'files/list',
    byDefault: 'files/default',
    draw: (pen) => drawList(pen, 1, () => drawFileMapping(pen)),
    spell: (files, pen) => spellList(files, pen, spellFileMapping),
  }),
  withoutGroups(
    field('ports', {
      popularity: 60,
      given: 'ports/list',
      byDefault: 'ports/default',
      draw: (pen) => drawList(pen, 1, () => drawPort(pen, PORTS_OF_TCP)),
      spell: (ports, pen) => spellList(ports, pen, (port) => spellPort(port, pen, PORTS_OF_TCP)),
    }),
  ),
  ...PROFILE_FIELDS,
  {
    ...withoutGroups(
      field('commands', {
        popularity: 200,
        given: 'commands/in-order',
        byDefault: 'commands/default',
        draw: drawCommands,
        spell: spellTextList,
        // An empty image counts as none (document/commands-image-or-groups).
        isNeeded: hasNothingToRun,
      }),
    ),
    inBare: ALIKE_COMMANDS,
    writeSmallest: writeSmallestCommands,
  },
];

/**
 * Makes a field that a task with groups does not have. Its default can stand beside them only if it is empty.
 * groups/without-nodes: `groups` and `nodes` exclude each other.
 * groups/without-commands: Beside `groups`, the task itself has no commands.
 * groups/without-ports: Beside `groups`, the task itself has no ports.
 * groups/without-entrypoint: Beside `groups`, there is no `entrypoint`, not even an empty one.
 */
function withoutGroups(each: Field<TaskMeaning>): Field<TaskMeaning> {
  return {
    ...each,
    isFree: ({ groups }) => groups === null,
    write: (presence, task, entries, pen) => {
      const isAbsent = presence === 'default' && task.groups !== null;
      each.write(isAbsent ? 'absent' : presence, task, entries, pen);
    },
  };
}

const COMMANDS = knownText('commands');
const SMALLEST_COMMANDS = ['python train.py'];

/** Writes the commands of the smallest document of the edition. */
function writeSmallestCommands(task: TaskMeaning, entries: Entries): void {
  task.commands = SMALLEST_COMMANDS;
  entries.add(COMMANDS, list(SMALLEST_COMMANDS.map(text)));
}

function hasNoImage({ image }: Readonly<TaskMeaning>): boolean {
  return !image;
}

/**
 * python/exclusive-with-image: `python` and `image` exclude each other; an empty image is none.
 * nvcc/exclusive-with-image: `nvcc: true` and `image` exclude each other.
 * docker/exclusive-with-python: `docker: true` and `python` exclude each other.
 * docker/exclusive-with-nvcc: `docker: true` and `nvcc: true` exclude each other.
 */
function isOnDefaultImage({ image, docker }: Readonly<TaskMeaning>): boolean {
  return !image && !docker;
}

/** document/commands-image-or-groups: A task without `groups` has at least one command or a non-empty image. */
function hasNothingToRun({ image, groups }: Readonly<TaskMeaning>): boolean {
  return groups === null && !image;
}
