import type { NormalGpu } from '../../../spec/values.ts';
import type { Coercion } from '../../coercion/coercion.ts';
import { describe } from '../../document/describe.ts';
import { Float } from '../../document/float.ts';
import { gpuTable, type GpuRules } from './object.ts';
import { gpuTextReader } from './text.ts';
import { readMapping } from '../../fields/mapping.ts';
import type { Reader } from '../../fields/reader.ts';
import { reject } from '../../document/violation.ts';
import { isMapping } from '../../document/is-mapping.ts';

/**
 * gpu/number: A number is a number of GPUs.
 * gpu/object: `gpu` may be an object.
 * gpu/from-boolean: A boolean is read as the text `True` or `False`, so as a name.
 * gpu/kind: `gpu` is a number, a text or an object.
 * gpu/float: A number of GPUs that is written as a float, such as `2.0`, is refused.
 * Reads a number, an object, or text such as `A100:80GB:2`.
 */
export function gpuReader<Vendor extends string>(
  coercion: Coercion,
  rules: GpuRules<Vendor>,
): Reader<NormalGpu<Vendor>> {
  const table = gpuTable(coercion, rules);
  const readGpuText = gpuTextReader(table, rules.vendors);
  return function readGpu(value, trace) {
    if (isMapping(value)) {
      trace?.rule('gpu/object');
      return readMapping(table, value, trace);
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
    if (value instanceof Float)
      return reject('gpu/float', `expected an integer, a text or an object, not ${describe(value)}`);
    return reject('gpu/kind', `expected a number, a text or an object, not ${describe(value)}`);
  };
}
