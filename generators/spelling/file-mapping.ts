import type { FileMapping } from '../meaning/file-mapping.ts';
import { knownText, mapping, text, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { spellText } from './text.ts';

const LOCAL_PATH = knownText('local_path');
const PATH = knownText('path');

/** Writes a file as text, or as a mapping. */
export function spellFileMapping(file: FileMapping, pen: Pen): Node {
  return canBeShort(file) && pen.source.below(3) < 2 ? spellShort(file, pen) : spellObject(file, pen);
}

const DRIVE = /^[a-z]:[\\/]/i;

/** Returns whether the short form can say it: neither side has a colon besides that of a drive. */
function canBeShort({ local, path }: FileMapping): boolean {
  const rest = DRIVE.test(local) ? local.slice(2) : local;
  return !rest.includes(':') && !path.includes(':') && !isReadAsDrive(local, path);
}

/** Returns whether a local path of one letter would be read as a drive, as in `c:/data`. */
function isReadAsDrive(local: string, path: string): boolean {
  return DRIVE.test(`${local}:${path}`) && !DRIVE.test(local);
}

/**
 * files/short: `local:path` names a local path and the path in the container.
 * files/short-same: Text without a colon names both.
 * files/short-drive: A drive such as `C:\` at the beginning belongs to the local path.
 */
function spellShort({ local, path }: FileMapping, pen: Pen): Node {
  if (local === path && pen.source.below(4) < 3) {
    pen.note('files/short-same');
    return text(path);
  }
  pen.note('files/short');
  if (DRIVE.test(local)) pen.note('files/short-drive');
  return text(`${local}:${path}`);
}

/** files/object: An item may be a mapping of `local_path` and `path`. */
function spellObject({ local, path }: FileMapping, pen: Pen): Node {
  pen.note('files/object');
  const values = [spellText(local, pen), spellText(path, pen)];
  return pen.source.below(4) === 3
    ? mapping([PATH, LOCAL_PATH], values.reverse())
    : mapping([LOCAL_PATH, PATH], values);
}
