import { listOf } from '../../fields/list.ts';
import type { Tracer } from '../../fields/origin.ts';
import { readText } from '../../coercion/pydantic-1/text.ts';
import { Rejection } from '../../document/violation.ts';

const OLD_PREFIX = 'tpu-';

const readNameList = listOf(readGpuName);

/**
 * gpu/name: `name` is a GPU name.
 * gpu/name-list: `name` may be a list of names.
 */
export function readGpuNames(value: unknown, trace?: Tracer): string[] | Rejection {
  if (Array.isArray(value)) {
    trace?.rule('gpu/name-list');
    const names = readNameList(value, trace);
    return names instanceof Rejection ? names : [...names];
  }
  trace?.enter(0, null);
  const name = readGpuName(value, trace);
  trace?.leave();
  return name instanceof Rejection ? name : [name];
}

/**
 * gpu/name-tpu-prefix: A name's old prefix `tpu-` is dropped.
 * NON-SPEC: the prefix is dropped as often as it stands there, so that normalizing twice changes nothing.
 */
function readGpuName(value: unknown, trace?: Tracer): string | Rejection {
  const name = readText(value, trace);
  if (name instanceof Rejection || typeof value !== 'string' || !name.startsWith(OLD_PREFIX)) return name;
  trace?.rule('gpu/name-tpu-prefix');
  let bare = name;
  while (bare.startsWith(OLD_PREFIX)) bare = bare.slice(OLD_PREFIX.length);
  return bare;
}
