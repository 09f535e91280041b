import type { InstanceVolume, NetworkVolume, Volume } from '../meaning/volume.ts';
import { knownText, mapping, newText, text, type Node, type TextNode } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { shuffled } from '../choices/choose.ts';
import { spellBoolean } from './boolean.ts';
import { spellPath } from './path.ts';
import { spellText, spellTexts } from './text.ts';

const NAME = knownText('name');
const PATH = knownText('path');
const INSTANCE_PATH = knownText('instance_path');
const OPTIONAL = knownText('optional');

/**
 * volumes/short-network: `volume-name:/container/path` mounts a network volume.
 * volumes/short-instance: `/instance/path:/container/path` mounts a directory of the instance.
 * volumes/optional-default: An instance volume is not optional unless it says so.
 */
export function spellVolume(volume: Volume, pen: Pen): Node {
  const source = shortSource(volume);
  if (source === null || volume.path.includes(':') || pen.way(3, 3) === 2) {
    return volume.kind === 'network' ? spellNetwork(volume, pen) : spellInstance(volume, pen);
  }
  if (volume.kind === 'network') {
    pen.note('volumes/short-network');
    return newText(`${source}:${spellPath(volume.path, pen)}`);
  }
  pen.note('volumes/short-instance');
  pen.byDefault('volumes/optional-default');
  return newText(`${spellPath(source, pen)}:${spellPath(volume.path, pen)}`);
}

/** Returns the text before the colon of the short syntax; `null` if the volume can't be written in it. */
function shortSource(volume: Volume): string | null {
  if (volume.kind === 'instance') {
    return volume.optional || volume.instancePath.includes(':') ? null : volume.instancePath;
  }
  const [name, ...more] = volume.names;
  return name === undefined || more.length > 0 || /[:/]/.test(name) ? null : name;
}

/**
 * volumes/network: `name` and `path` mount a network volume.
 * volumes/name-list: `name` may be a list of names.
 */
function spellNetwork({ names, path }: NetworkVolume, pen: Pen): Node {
  pen.note('volumes/network');
  return inAnyOrder(pen, [
    [NAME, spellNames(names, pen)],
    [PATH, text(spellPath(path, pen))],
  ]);
}

function spellNames(names: readonly string[], pen: Pen): Node {
  const [name, ...more] = names;
  if (name !== undefined && more.length === 0 && pen.source.below(3) < 2) return spellText(name, pen);
  pen.note('volumes/name-list');
  return spellTexts(names, pen);
}

/**
 * volumes/instance: `instance_path` and `path` mount a directory of the instance.
 * volumes/optional: `optional` allows running without an instance volume.
 */
function spellInstance({ instancePath, path, optional }: InstanceVolume, pen: Pen): Node {
  pen.note('volumes/instance');
  const entries: (readonly [TextNode, Node])[] = [
    [INSTANCE_PATH, text(spellPath(instancePath, pen))],
    [PATH, text(spellPath(path, pen))],
  ];
  if (optional || pen.source.below(3) === 2) {
    pen.note('volumes/optional');
    entries.push([OPTIONAL, spellBoolean(optional, pen)]);
  } else {
    pen.byDefault('volumes/optional-default');
  }
  return inAnyOrder(pen, entries);
}

function inAnyOrder(pen: Pen, entries: readonly (readonly [TextNode, Node])[]): Node {
  const order = pen.source.below(4) === 3 ? shuffled(pen.source, entries) : entries;
  return mapping(
    order.map(([key]) => key),
    order.map(([, value]) => value),
  );
}
