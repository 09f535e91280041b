import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { NormalVolume, NormalInstanceVolume, NormalNetworkVolume } from '../../spec/values.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { describe } from '../document/describe.ts';
import { itemsOf, listOf } from '../fields/list.ts';
import { byDefault, field, readMapping, required, tableOf, type Table } from '../fields/mapping.ts';
import type { Tracer } from '../fields/origin.ts';
import { normalizePath } from './path.ts';
import type { Reader } from '../fields/reader.ts';
import { reject, Rejection } from '../document/violation.ts';
import { isMapping } from '../document/is-mapping.ts';

type Volume = NormalVolume;

/** The two kinds of mount points as mappings. */
interface Tables {
  readonly network: Table<NormalNetworkVolume>;
  readonly instance: Table<NormalInstanceVolume>;
}

/** What differs between editions. */
export interface VolumeRules {
  /** Returns the text of a mount point in short form, and `undefined` for a value that is none. */
  readonly textOf: (value: unknown) => string | undefined;
  /** Refuses container paths, which are normal ones, besides those that no edition takes. */
  readonly refuse: (path: string) => Rejection | undefined;
}

/** A reader for a mount point: short text, or a mapping of either kind. */
export function volumeReader(coercion: Coercion, rules: VolumeRules): Reader<Volume> {
  const tables = tablesOf(coercion, rules);
  return function readVolume(value, trace) {
    if (isMapping(value)) {
      const isInstance = Object.hasOwn(value, 'instance_path') && !Object.hasOwn(value, 'name');
      return isInstance
        ? readMapping(tables.instance, value, trace)
        : readMapping(tables.network, value, trace);
    }
    const text = rules.textOf(value);
    if (text === undefined) return notShort(value);
    return readShort(text, tables, trace);
  };
}

function tablesOf({ text, boolean }: Coercion, { refuse }: VolumeRules): Tables {
  const instancePath = pathReader(text, 'volumes/instance_path-absolute', () => undefined);
  const containerPath = pathReader(
    text,
    'volumes/path-absolute',
    (path) => refuse(path) ?? checkTarget(path),
  );
  return {
    network: tableOf<NormalNetworkVolume>(
      {
        // volumes/network: `name` and `path` mount a network volume.
        // volumes/required-fields: A mount point has a `path` and either a `name` or an `instance_path`.
        name: field(namesReader(text), 'volumes/network', required('volumes/required-fields')),
        path: field(containerPath, 'volumes/network', required('volumes/required-fields')),
      },
      { kind: 'volumes/short-format', unknown: 'volumes/known-fields' },
      (defaults) => ({ ...defaults }),
    ),
    instance: tableOf<NormalInstanceVolume>(
      {
        // volumes/instance: `instance_path` and `path` mount a directory of the instance.
        instance_path: field(instancePath, 'volumes/instance', required('volumes/required-fields')),
        path: field(containerPath, 'volumes/instance', required('volumes/required-fields')),
        // volumes/optional: `optional` allows running without an instance volume.
        // volumes/optional-default: An instance volume is not optional unless it says so.
        optional: field(boolean, 'volumes/optional', byDefault(false, 'volumes/optional-default')),
      },
      { kind: 'volumes/short-format', unknown: 'volumes/known-fields' },
      (defaults) => ({ ...defaults }),
    ),
  };
}

/** volumes/target: A container path has no NUL character, and is not just `//`. */
function checkTarget(path: string): Rejection | undefined {
  const isTarget = path !== '//' && !path.includes('\0');
  return isTarget ? undefined : reject('volumes/target', `${describe(path)} is no mount target`);
}

/**
 * volumes/short-format: The short syntax has one colon between source and destination.
 * volumes/short-instance: `/instance/path:/container/path` mounts a directory of the instance.
 * volumes/short-network: `volume-name:/container/path` mounts a network volume.
 * A source with a slash is a path on the instance. Any other source is the name of a volume.
 */
function readShort(text: string, tables: Tables, trace?: Tracer): Volume | Rejection {
  const [source, path, ...more] = text.split(':');
  if (source === undefined || path === undefined || more.length > 0) return notShort(text);
  const isInstance = source.includes('/');
  trace?.rule(isInstance ? 'volumes/short-instance' : 'volumes/short-network');
  const volume = isInstance
    ? readMapping(tables.instance, { instance_path: source, path })
    : readMapping(tables.network, { name: source, path });
  if (volume instanceof Rejection) {
    return new Rejection(volume.violations.map((each) => ({ ...each, path: '' })));
  }
  if (trace !== undefined) {
    if ((isInstance && isRewritable(source)) || isRewritable(path)) trace.rule('volumes/path-normalized');
    traceShort(volume, trace);
  }
  return volume;
}

function notShort(value: unknown): Rejection {
  return reject('volumes/short-format', `expected source:destination or a mapping, not ${describe(value)}`);
}

/** volumes/name-list: `name` may be a list of names. */
function namesReader(text: Reader<string>): Reader<string[]> {
  const readNameList = listOf(text);
  return function readNames(value, trace) {
    if (itemsOf(value) !== undefined) {
      trace?.rule('volumes/name-list');
      return readNameList(value, trace);
    }
    trace?.enter(0, null);
    const name = text(value, trace);
    trace?.leave();
    return name instanceof Rejection ? name : [name];
  };
}

/**
 * Makes a reader for an absolute path without `..`, which it normalizes. `check` may refuse the result.
 * volumes/no-parent: A path has no `..`.
 */
function pathReader(
  readText: Reader<string>,
  absolute: RequirementId,
  check: (path: string) => Rejection | undefined,
): Reader<string> {
  return function readPath(value, trace) {
    const text = readText(value, trace);
    if (text instanceof Rejection) return text;
    trace?.rule(absolute);
    const path = normalizePath(text);
    if (!path.startsWith('/')) return reject(absolute, `${describe(text)} is no absolute path`);
    if (path.includes('..') && path.split('/').includes('..'))
      return reject('volumes/no-parent', `${describe(text)} has a ..`);
    if (isRewritable(text)) trace?.rule('volumes/path-normalized');
    return check(path) ?? path;
  };
}

/**
 * Returns whether normalizing changes a path, or keeps the two slashes at its start.
 * volumes/path-normalized: In a path, `//`, `/./` and a trailing `/` mean nothing, but exactly two slashes at
 *   the start stay.
 */
function isRewritable(path: string): boolean {
  return path.startsWith('//') || normalizePath(path) !== path;
}

/** Notes the origins of a short mount point's parts, which are all in the one text. */
function traceShort(volume: Volume, trace: Tracer): void {
  if ('name' in volume) {
    trace.enter('name', null);
    trace.enter(0, null);
    trace.leave();
    trace.leave();
  } else {
    trace.enter('instance_path', null);
    trace.leave();
    trace.byDefault('optional', ['volumes/optional-default'], 'absent');
  }
  trace.enter('path', null);
  trace.leave();
}
