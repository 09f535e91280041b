import type { NormalGpu } from '../../../spec/generated/normal-form.ts';
import { describe } from '../../document/describe.ts';
import { GPU } from './object.ts';
import { readGpuText } from './text.ts';
import { readMapping } from '../../fields/mapping.ts';
import type { Tracer } from '../../fields/origin.ts';
import { reject, type Rejection } from '../../document/violation.ts';
import { isMapping } from '../../document/is-mapping.ts';

/**
 * gpu/number: A number is a number of GPUs.
 * gpu/object: `gpu` may be an object.
 * gpu/from-boolean: A boolean is read as the text `True` or `False`, so as a name.
 * gpu/kind: `gpu` is a number, a text or an object.
 * Text is read as in `A100:80GB:2`.
 */
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
