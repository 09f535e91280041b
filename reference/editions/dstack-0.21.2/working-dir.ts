import { PYDANTIC_2 } from '../../coercion/pydantic-2/pydantic-2.ts';
import { describe } from '../../document/describe.ts';
import { reject, Rejection } from '../../document/violation.ts';
import type { Tracer } from '../../fields/origin.ts';

/**
 * Reads an absolute path, as given.
 * working_dir/absolute: A relative `working_dir` is refused.
 * working_dir/home: A `working_dir` may begin with `~`, the home folder of a user.
 */
export function readWorkingDir(value: unknown, trace?: Tracer): string | Rejection {
  const path = PYDANTIC_2.text(value, trace);
  if (path instanceof Rejection) return path;
  if (path.startsWith('~')) {
    trace?.rule('working_dir/home');
    return path;
  }
  if (path.startsWith('/')) return path;
  return reject('working_dir/absolute', `${describe(path)} is not absolute`);
}
