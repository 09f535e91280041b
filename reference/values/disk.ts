import type { NormalDisk } from '../../spec/values.ts';
import { describe } from '../document/describe.ts';
import { Float } from '../document/float.ts';
import { isMapping } from '../document/is-mapping.ts';
import { reject, Rejection } from '../document/violation.ts';
import { field, readMapping, required, tableOf } from '../fields/mapping.ts';
import type { Tracer } from '../fields/origin.ts';
import { readMemoryRange } from './range.ts';

const DISK = tableOf<NormalDisk>(
  { size: field(readMemoryRange, 'disk/size', required('disk/size-required')) },
  { kind: 'disk/kind', unknown: 'disk/known-fields' },
  (defaults) => ({ ...defaults }),
);

/**
 * disk/size: `disk.size` is the disk size, or a range of it.
 * disk/short: A size or a range stands for a disk of that size.
 * disk/null: `disk: null` asks for no disk.
 * disk/kind: `disk` is a size or a mapping.
 * A field that is left out asks for the default disk.
 */
export function readDisk(value: unknown, trace?: Tracer): NormalDisk | null | Rejection {
  if (value === null) {
    trace?.rule('disk/null');
    return null;
  }
  if (isMapping(value)) return readMapping(DISK, value, trace);
  if (typeof value === 'object' && !(value instanceof Float)) {
    return reject('disk/kind', `expected a size or a mapping, not ${describe(value)}`);
  }
  trace?.rule('disk/short');
  trace?.enter('size', null);
  const size = readMemoryRange(value, trace);
  trace?.leave();
  return size instanceof Rejection ? size : { size };
}
