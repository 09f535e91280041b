import { LEVELS } from '../../../../spec/generated/editions/dstack-0.18.42/levels.ts';
import { oneOf } from '../../../choices/choose.ts';
import { drawNodes } from '../../../meaning/count.ts';
import { drawList } from '../../../meaning/list.ts';
import { drawWorkingDir } from '../../../meaning/path.ts';
import * as pools from '../../../meaning/pools.ts';
import { drawAlikeText } from '../../../meaning/long-texts.ts';
import { drawPort } from '../../../meaning/port.ts';
import { drawPrice } from '../../../meaning/price.ts';
import { drawPythonVersion } from '../../../meaning/python-version.ts';
import { drawRegistryAuth } from '../../../meaning/registry-auth.ts';
import { drawRetry } from '../../../meaning/retry.ts';
import { drawRunName } from '../../../meaning/run-name.ts';
import type { TaskMeaning } from './meaning.ts';
import { DEFAULT_TASK } from './meaning.ts';
import { drawText, drawTexts } from '../../../meaning/text.ts';
import { drawUser } from '../../../meaning/user.ts';
import { drawVariables } from '../../../meaning/variable.ts';
import { drawVolume } from '../../../meaning/volume.ts';
import type { Entries } from '../../../document/entries.ts';
import { knownText, list, text } from '../../../document/node.ts';
import type { Pen } from '../../../choices/pen.ts';
import { spellBoolean } from '../../../spelling/boolean.ts';
import { spellInteger } from '../../../spelling/integer.ts';
import { spellPort } from '../../../spelling/port.ts';
import { spellPrice } from '../../../spelling/price.ts';
import { spellPythonVersion } from '../../../spelling/python-version.ts';
import { spellRegistryAuth } from '../../../spelling/registry-auth.ts';
import { spellRetry } from '../../../spelling/retry.ts';
import { spellRunName } from '../../../spelling/run-name.ts';
import { spellList, spellText, spellTextList } from '../../../spelling/text.ts';
import { spellVariables } from '../../../spelling/variable.ts';
import { spellVolume } from '../../../spelling/volume.ts';
import { spellWorkingDir } from '../../../spelling/working-dir.ts';
import { durationField } from './duration-field.ts';
import { fieldsWith, spellNull, type Field } from '../../../fields/field.ts';
import { IDLE_FIELD } from './idle-field.ts';
import { RESOURCES_FIELD } from './resources-field.ts';

const field = fieldsWith<TaskMeaning>(DEFAULT_TASK, LEVELS);

/** The commands of documents without other fields. These documents differ only in the content of the commands. */
const ALIKE_COMMANDS: Field<TaskMeaning> = field('commands', {
  popularity: 0,
  given: 'commands/list',
  byDefault: 'commands/default',
  draw: ({ source }) => [drawAlikeText(source), drawAlikeText(source)],
  spell: spellTextList,
  isNeeded: hasNoImage,
});

/**
 * The fields of a task except `type`, in the order of the page. Two are moved: `image` comes first, because others
 * depend on it, and `commands` come last, as in most files.
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
  field('name', {
    popularity: 60,
    given: 'name/given',
    byDefault: 'name/default',
    draw: drawRunName,
    spell: spellRunName,
    spellAbsent: spellNull,
  }),
  field('nodes', {
    popularity: 40,
    given: 'nodes/number',
    byDefault: 'nodes/default',
    draw: drawNodes,
    spell: spellInteger,
  }),
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
  field('entrypoint', {
    popularity: 20,
    given: 'entrypoint/given',
    byDefault: 'entrypoint/default',
    draw: (pen) => drawText(pen, pools.ENTRYPOINTS),
    spell: spellText,
    spellAbsent: spellNull,
  }),
  field('working_dir', {
    popularity: 30,
    given: 'working_dir/given',
    byDefault: 'working_dir/default',
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
    draw: drawPythonVersion,
    spell: spellPythonVersion,
    spellAbsent: spellNull,
    isFree: hasNoImage,
  }),
  field('nvcc', {
    popularity: 30,
    given: 'nvcc/given',
    byDefault: 'nvcc/default',
    draw: () => true,
    spell: spellBoolean,
    spellAbsent: spellNull,
    isFree: hasNoImage,
  }),
  field('single_branch', {
    popularity: 20,
    given: 'single_branch/given',
    byDefault: 'single_branch/default',
    draw: () => false,
    spell: spellBoolean,
    spellAbsent: spellNull,
  }),
  field('env', { popularity: 90, byDefault: 'env/default', draw: drawVariables, spell: spellVariables }),
  RESOURCES_FIELD,
  field('volumes', {
    popularity: 50,
    given: 'volumes/list',
    byDefault: 'volumes/default',
    draw: (pen) => drawList(pen, 1, () => drawVolume(pen)),
    spell: (volumes, pen) => spellList(volumes, pen, spellVolume),
  }),
  field('ports', {
    popularity: 60,
    given: 'ports/list',
    byDefault: 'ports/default',
    draw: (pen) => drawList(pen, 1, () => drawPort(pen)),
    spell: (ports, pen) => spellList(ports, pen, spellPort),
  }),
  field('backends', {
    popularity: 40,
    given: 'backends/list',
    byDefault: 'backends/default',
    draw: (pen) => drawList(pen, 0, () => oneOf(pen.source, pools.BACKENDS)),
    spell: spellBackends,
    spellAbsent: spellNull,
  }),
  textList('regions', pools.REGIONS, 40),
  textList('availability_zones', pools.ZONES, 20),
  textList('instance_types', pools.INSTANCE_TYPES, 20),
  field('reservation', {
    popularity: 20,
    given: 'reservation/given',
    byDefault: 'reservation/default',
    draw: (pen) => drawText(pen, pools.RESERVATIONS),
    spell: spellText,
    spellAbsent: spellNull,
  }),
  field('spot_policy', {
    popularity: 50,
    given: 'spot_policy/values',
    byDefault: 'spot_policy/default',
    draw: (pen) => oneOf(pen.source, ['spot', 'auto']),
    spell: text,
    spellAbsent: spellNull,
  }),
  field('retry', {
    popularity: 50,
    byDefault: 'retry/default',
    draw: (pen) => drawRetry(pen),
    spell: spellRetry,
    spellAbsent: spellNull,
  }),
  durationField('max_duration', 60),
  durationField('stop_duration', 40),
  field('max_price', {
    popularity: 50,
    given: 'max_price/given',
    byDefault: 'max_price/default',
    draw: drawPrice,
    spell: spellPrice,
    spellAbsent: spellNull,
  }),
  field('creation_policy', {
    popularity: 20,
    given: 'creation_policy/values',
    byDefault: 'creation_policy/default',
    draw: () => 'reuse' as const,
    spell: text,
    spellAbsent: spellNull,
  }),
  IDLE_FIELD,
  {
    ...field('commands', {
      popularity: 200,
      given: 'commands/list',
      byDefault: 'commands/default',
      draw: (pen, { image }) => drawTexts(pen, pools.COMMANDS, image ? 0 : 1),
      spell: spellTextList,
      // An empty image counts as none (document/commands-or-image).
      isNeeded: hasNoImage,
    }),
    inBare: ALIKE_COMMANDS,
    writeSmallest: writeSmallestCommands,
  },
];

/**
 * Makes a field that holds a list of texts.
 * regions/list: `regions` are the regions to consider.
 * regions/default: Without `regions` all are considered.
 * availability_zones/list: `availability_zones` are the zones to consider.
 * availability_zones/default: Without `availability_zones` all are considered.
 * instance_types/list: `instance_types` are the instance types to consider.
 * instance_types/default: Without `instance_types` all are considered.
 */
function textList(
  name: 'regions' | 'availability_zones' | 'instance_types',
  pool: readonly [string, ...string[]],
  popularity: number,
): Field<TaskMeaning> {
  return field(name, {
    popularity,
    given: `${name}/list`,
    byDefault: `${name}/default`,
    draw: (pen) => drawTexts(pen, pool, 0),
    spell: spellTextList,
    spellAbsent: spellNull,
  });
}

const COMMANDS = knownText('commands');
const SMALLEST_COMMANDS = ['python train.py'];

/** Writes the commands of the smallest document of the edition. */
function writeSmallestCommands(task: TaskMeaning, entries: Entries): void {
  task.commands = SMALLEST_COMMANDS;
  entries.add(COMMANDS, list(SMALLEST_COMMANDS.map(text)));
}

function spellBackends(backends: readonly string[], pen: Pen) {
  return spellList(backends, pen, text);
}

/**
 * python/exclusive-with-image: `python` and `image` exclude each other; an empty image is none.
 * nvcc/exclusive-with-image: `nvcc: true` and `image` exclude each other.
 */
function hasNoImage({ image }: Readonly<TaskMeaning>): boolean {
  return !image;
}
