import type { NormalGpu } from '../spec/generated/normal-form.ts';
import { describe } from './describe.ts';
import { GPU } from './gpu-object.ts';
import { readGpuText } from './gpu-text.ts';
import { isMapping, readMapping } from './mapping.ts';
import type { Tracer } from './origin.ts';
import { reject, type Rejection } from './violation.ts';

/** gpu/number, gpu/object, or text such as `A100:80GB:2`. */
export function readGpu(value: unknown, trace?: Tracer): NormalGpu | Rejection {
  if (isMapping(value)) {
    trace?.rule('gpu/object');
    return readMapping(GPU, value, trace);
  }
  if (typeof value === 'string') return readGpuText(value, trace);
  if (typeof value === 'boolean') {
    trace?.rule('gpu/from-boolean');
    return readGpuText(value ? 'True' : 'False', trace);
  }
  if (Number.isInteger(value) || typeof value === 'bigint') {
    trace?.rule('gpu/number');
    return readGpuText(String(value), trace);
  }
  return reject('gpu/kind', `expected a number, a text or an object, not ${describe(value)}`);
}
