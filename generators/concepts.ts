import { notionOf } from './concept.ts';
import { oneOf } from './choices/choose.ts';
import { drawNodes, drawSignedCount, normalCount } from './meaning/count.ts';
import { drawDuration, normalDuration } from './meaning/duration.ts';
import { drawGpu, normalGpu } from './meaning/gpu.ts';
import { drawMemory, drawMemoryRange, normalMemory } from './meaning/memory.ts';
import { drawContainerPath, drawWorkingDir } from './meaning/path.ts';
import { COMMANDS, IMAGES } from './meaning/pools.ts';
import { drawPort, normalPort } from './meaning/port.ts';
import { drawPrice } from './meaning/price.ts';
import { drawPythonVersion } from './meaning/python-version.ts';
import { drawRange, normalRange } from './meaning/range.ts';
import { drawRegistryAuth } from './meaning/registry-auth.ts';
import { drawRetry, normalRetry } from './meaning/retry.ts';
import { drawRunName } from './meaning/run-name.ts';
import { drawText, drawTexts } from './meaning/text.ts';
import { drawUser } from './meaning/user.ts';
import { drawVariables, normalVariables } from './meaning/variable.ts';
import { drawVolume, normalVolume } from './meaning/volume.ts';
import { text } from './document/node.ts';
import { spellBoolean } from './spelling/boolean.ts';
import { spellDisk } from './spelling/disk.ts';
import { spellDuration } from './spelling/duration.ts';
import { spellGpu } from './spelling/gpu.ts';
import { spellInteger } from './spelling/integer.ts';
import { spellMemory } from './spelling/memory.ts';
import { spellPath } from './spelling/path.ts';
import { spellPort } from './spelling/port.ts';
import { spellPrice } from './spelling/price.ts';
import { spellPythonVersion } from './spelling/python-version.ts';
import { spellCountRange, spellMemoryRange } from './spelling/range.ts';
import { spellRegistryAuth } from './spelling/registry-auth.ts';
import { spellRetry } from './spelling/retry.ts';
import { spellRunName } from './spelling/run-name.ts';
import { spellText, spellTextList } from './spelling/text.ts';
import { spellVariables } from './spelling/variable.ts';
import { spellVolume } from './spelling/volume.ts';
import { spellWorkingDir } from './spelling/working-dir.ts';
import { drawDisk, normalDisk } from './meaning/disk.ts';

/** The concepts that fields are made of, for tests of one part of a program. */
export const CONCEPTS = {
  boolean: notionOf({
    draw: (pen) => oneOf(pen.source, [true, false]),
    normal: same,
    spell: spellBoolean,
  }),
  integer: notionOf({ draw: drawNodes, normal: same, spell: spellInteger }),
  text: notionOf({ draw: (pen) => drawText(pen, IMAGES), normal: same, spell: spellText }),
  texts: notionOf({ draw: (pen) => drawTexts(pen, COMMANDS, 1), normal: same, spell: spellTextList }),
  runName: notionOf({ draw: drawRunName, normal: same, spell: spellRunName }),
  user: notionOf({ draw: drawUser, normal: same, spell: spellText }),
  workingDir: notionOf({ draw: drawWorkingDir, normal: same, spell: spellWorkingDir }),
  path: notionOf({
    draw: drawContainerPath,
    normal: same,
    spell: (path, pen) => text(spellPath(path, pen)),
  }),
  registryAuth: notionOf({ draw: drawRegistryAuth, normal: same, spell: spellRegistryAuth }),
  pythonVersion: notionOf({ draw: drawPythonVersion, normal: same, spell: spellPythonVersion }),
  env: notionOf({ draw: drawVariables, normal: normalVariables, spell: spellVariables }),
  countRange: notionOf({
    draw: (pen) => drawRange(pen, drawSignedCount),
    normal: (range) => normalRange(range, normalCount),
    spell: spellCountRange,
  }),
  memory: notionOf({ draw: drawMemory, normal: normalMemory, spell: spellMemory }),
  memoryRange: notionOf({
    draw: drawMemoryRange,
    normal: (range) => normalRange(range, normalMemory),
    spell: spellMemoryRange,
  }),
  disk: notionOf({ draw: drawDisk, normal: normalDisk, spell: spellDisk }),
  gpu: notionOf({ draw: (pen) => drawGpu(pen, 'no-image'), normal: normalGpu, spell: spellGpu }),
  volume: notionOf({ draw: drawVolume, normal: normalVolume, spell: spellVolume }),
  port: notionOf({ draw: (pen) => drawPort(pen), normal: normalPort, spell: spellPort }),
  price: notionOf({ draw: drawPrice, normal: same, spell: spellPrice }),
  duration: notionOf({ draw: drawDuration, normal: normalDuration, spell: spellDuration }),
  retry: notionOf({ draw: (pen) => drawRetry(pen), normal: normalRetry, spell: spellRetry }),
} as const;

/** The normal form of a value that is its own normal form. */
function same<Value>(value: Value): Value {
  return value;
}
