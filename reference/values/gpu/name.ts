import type { Coercion } from '../../coercion/coercion.ts';
import { listOf } from '../../fields/list.ts';
import type { Reader } from '../../fields/reader.ts';
import { Rejection } from '../../document/violation.ts';

const OLD_PREFIX = 'tpu-';

/**
 * gpu/name: `name` is a GPU name.
 * gpu/name-list: `name` may be a list of names.
 */
export function gpuNamesReader({ text }: Coercion): Reader<string[]> {
  const readGpuName = gpuNameReader(text);
  const readNameList = listOf(readGpuName);
  return function readGpuNames(value, trace) {
    if (Array.isArray(value)) {
      trace?.rule('gpu/name-list');
      return readNameList(value, trace);
    }
    trace?.enter(0, null);
    const name = readGpuName(value, trace);
    trace?.leave();
    return name instanceof Rejection ? name : [name];
  };
}

/**
 * gpu/name-tpu-prefix: A name's old prefix `tpu-` is dropped.
 * NON-SPEC: the prefix is dropped as often as it occurs, so that normalizing twice changes nothing.
 */
function gpuNameReader(text: Reader<string>): Reader<string> {
  return function readGpuName(value, trace) {
    const name = text(value, trace);
    if (name instanceof Rejection || !name.startsWith(OLD_PREFIX)) return name;
    trace?.rule('gpu/name-tpu-prefix');
    let bare = name;
    while (bare.startsWith(OLD_PREFIX)) bare = bare.slice(OLD_PREFIX.length);
    return bare;
  };
}
