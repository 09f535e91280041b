import { describe } from '../document/describe.ts';
import { reject, Rejection } from '../document/violation.ts';
import type { Tracer } from '../fields/origin.ts';
import { formatMemory, readMemory } from './memory.ts';

/**
 * shm_size/single: `shm_size` is no range.
 * Returns the size as canonical text.
 */
export function readShmSize(value: unknown, trace?: Tracer): string | Rejection {
  if (typeof value === 'string' && value.includes('..')) {
    return reject('shm_size/single', `expected one size, not the range ${describe(value)}`);
  }
  const size = readMemory(value, trace);
  return size instanceof Rejection ? size : formatMemory(size);
}
