import { describe } from '../document/describe.ts';
import type { Reader } from '../fields/reader.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { reject, Rejection } from '../document/violation.ts';

/** name/line-break: A line break after a run name is accepted, and stays. */
const RUN_NAME = /^[a-z][a-z0-9-]{1,40}\n?$/;

/**
 * name/format: A run name is a lower-case letter followed by 1 to 40 lower-case letters, digits or dashes.
 */
export function runNameReader(coercion: Coercion): Reader<string> {
  return function readRunName(value, trace) {
    const name = coercion.text(value, trace);
    if (name instanceof Rejection) return name;
    trace?.rule('name/format');
    if (RUN_NAME.test(name)) {
      if (name.endsWith('\n')) trace?.rule('name/line-break');
      return name;
    }
    return reject(
      'name/format',
      `${describe(name)} is no run name: a lower-case letter, then 1 to 40 lower-case letters, digits or dashes`,
    );
  };
}
