import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { onlyFault, type Fault } from './fault.ts';

/** Returns the fault of a volume's path in the container. */
export function containerPathFault(text: string): Fault {
  return onlyFault(containerPathFaults(text));
}

/** Returns the fault of a volume's path on the instance. */
export function instancePathFault(text: string): Fault {
  return onlyFault(instancePathFaults(text));
}

/** volumes/short-format: The short syntax has one colon between source and destination. */
export function volumeTextFault(text: string): Fault {
  const [source = '', path, ...more] = text.split(':');
  if (path === undefined || more.length > 0) return 'volumes/short-format';
  // A source with a slash in it is a path of the instance, not a name (volumes/short-instance).
  const faults = source.includes('/') ? instancePathFaults(source) : [];
  return onlyFault([...faults, ...containerPathFaults(path)]);
}

/**
 * working_dir/relative: An absolute `working_dir` is refused.
 * working_dir/inside: A `working_dir` that leaves the repository directory is refused.
 * working_dir/characters: A `working_dir` with a NUL character is refused.
 */
export function workingDirFault(text: string): Fault {
  const faults: RequirementId[] = text.includes('\0') ? ['working_dir/characters'] : [];
  if (text.startsWith('/')) faults.push('working_dir/relative');
  else if (climbsOut(text)) faults.push('working_dir/inside');
  return onlyFault(faults);
}

function climbsOut(path: string): boolean {
  let depth = 0;
  for (const part of partsOf(path)) {
    depth += part === '..' ? -1 : 1;
    if (depth < 0) return true;
  }
  return false;
}

/**
 * volumes/path-absolute: `path` is absolute.
 * volumes/no-parent: A path has no `..`.
 * volumes/not-in-workflow: No volume is mounted at a path that begins with /workflow.
 * volumes/target: A container path has no NUL character, and is not just `//`.
 */
function containerPathFaults(text: string): RequirementId[] {
  const faults: RequirementId[] = text.startsWith('/') ? [] : ['volumes/path-absolute'];
  const parts = partsOf(text);
  if (parts.includes('..')) faults.push('volumes/no-parent');
  const hasTwoSlashes = /^\/\/(?!\/)/.test(text);
  if (text.startsWith('/') && !hasTwoSlashes && parts[0]?.startsWith('workflow') === true)
    faults.push('volumes/not-in-workflow');
  if (text.includes('\0') || (hasTwoSlashes && parts.length === 0)) faults.push('volumes/target');
  return faults;
}

/**
 * volumes/instance_path-absolute: `instance_path` is absolute.
 * volumes/no-parent: A path has no `..`.
 */
function instancePathFaults(text: string): RequirementId[] {
  const faults: RequirementId[] = text.startsWith('/') ? [] : ['volumes/instance_path-absolute'];
  if (partsOf(text).includes('..')) faults.push('volumes/no-parent');
  return faults;
}

/**
 * volumes/path-normalized: In a path, `//`, `/./` and a trailing `/` mean nothing, but exactly two slashes at
 *   the start stay.
 * working_dir/normalized: In `working_dir`, `//`, `/./` and a trailing `/` mean nothing; empty text is `.`;
 *   `..` stays.
 */
function partsOf(text: string): string[] {
  return text.split('/').filter((part) => part !== '' && part !== '.');
}
