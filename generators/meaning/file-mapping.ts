import type { NormalFile } from '../../spec/values.ts';
import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';

/** A file that is copied into the container. */
export interface FileMapping {
  readonly local: string;
  readonly path: string;
}

const LOCAL = [
  'train.py',
  './data',
  '~/.ssh/config',
  '/opt/myorg',
  'a b',
  'é',
  'no',
  '',
  'a/',
  '12',
  'a:b',
  ':',
] as const;

/** Paths of Windows. */
const DRIVES = ['C:\\data', 'c:/data', 'D:\\'] as const;

const PATHS = [
  '/data',
  'data',
  '/home/root/train.py',
  '~/x',
  '/a b',
  'é',
  '',
  'a/',
  'c:b',
  '\\b',
  '12',
  'a:b:c',
] as const;

/** Draws a file. One in two has the same path on both sides. */
export function drawFileMapping(pen: Pen): FileMapping {
  const { source } = pen;
  const way = source.below(6);
  if (way < 3) {
    const path = oneOf(source, PATHS);
    return { local: path, path };
  }
  return {
    local: way === 5 && !pen.documented ? oneOf(source, DRIVES) : oneOf(source, LOCAL),
    path: oneOf(source, PATHS),
  };
}

export function normalFileMapping({ local, path }: FileMapping): NormalFile {
  return { local_path: local, path };
}
