import type { NormalFile } from '../../spec/values.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { describe } from '../document/describe.ts';
import { isMapping } from '../document/is-mapping.ts';
import { reject, Rejection } from '../document/violation.ts';
import { field, readMapping, required, tableOf } from '../fields/mapping.ts';
import type { Tracer } from '../fields/origin.ts';
import type { Reader } from '../fields/reader.ts';
import { traceParts } from './parts.ts';
import { beginsWithDrive, isAbsoluteOnWindows } from './windows-path.ts';

/**
 * Makes a reader for a file that is copied into the container.
 * files/object: An item may be a mapping of `local_path` and `path`.
 * files/kind: An item of `files` is text or a mapping.
 */
export function fileMappingReader({ text }: Coercion): Reader<NormalFile> {
  const table = tableOf<NormalFile>(
    {
      // files/required-fields: `local_path` and `path` are required in the mapping.
      local_path: field(text, 'files/object', required('files/required-fields')),
      path: field(containerPathReader(text), 'files/object', required('files/required-fields')),
    },
    { kind: 'files/kind', unknown: 'files/known-fields' },
    (defaults) => ({ ...defaults }),
  );
  return function readFileMapping(value, trace) {
    if (isMapping(value)) {
      trace?.rule('files/object');
      return readMapping(table, value, trace);
    }
    return typeof value === 'string'
      ? readShort(value, trace)
      : reject('files/kind', `expected local:path or a mapping, not ${describe(value)}`);
  };
}

/** files/unix-path: The path in the container is not an absolute path of Windows. */
function containerPathReader(text: Reader<string>): Reader<string> {
  return function readContainerPath(value, trace) {
    const path = text(value, trace);
    return path instanceof Rejection ? path : (refusePath(path) ?? path);
  };
}

function refusePath(path: string): Rejection | undefined {
  if (!isAbsoluteOnWindows(path)) return undefined;
  return reject('files/unix-path', `${describe(path)} is a path of Windows, not of the container`);
}

/**
 * files/short: `local:path` names a local path and the path in the container.
 * files/short-same: Text without a colon names both.
 * files/short-drive: A drive such as `C:\` at the beginning belongs to the local path.
 * files/short-format: The short form has at most one colon besides that of a drive.
 */
function readShort(text: string, trace: Tracer | undefined): NormalFile | Rejection {
  const hasDrive = beginsWithDrive(text);
  const colon = text.indexOf(':', hasDrive ? 2 : 0);
  if (colon >= 0 && text.includes(':', colon + 1))
    return reject('files/short-format', `${describe(text)} has too many colons`);
  const local = colon < 0 ? text : text.slice(0, colon);
  const path = colon < 0 ? text : text.slice(colon + 1);
  if (trace !== undefined) {
    trace.rule(colon < 0 ? 'files/short-same' : 'files/short');
    if (hasDrive) trace.rule('files/short-drive');
    traceParts(trace, ['local_path', 'path']);
  }
  return refusePath(path) ?? { local_path: local, path };
}
