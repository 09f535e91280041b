import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { Float } from '../document/float.ts';
import { floatText } from '../document/numeral.ts';
import type { Reader } from '../fields/reader.ts';

/**
 * Makes a reader for one of the versions. YAML readers make 3.1 of `3.10`, so the number 3.1 means 3.10.
 * python/float: A version written as a number is read as its text, and 3.1 as `3.10`.
 */
export function pythonVersionReader<const Version extends string>(
  { choice }: Coercion,
  versions: readonly Version[],
  requirement: RequirementId,
): Reader<Version> {
  const readVersion = choice(versions, requirement);
  return function readPythonVersion(value, trace) {
    const float = value instanceof Float ? value.value : value;
    if (typeof float !== 'number' || (Number.isInteger(float) && value === float))
      return readVersion(value, trace);
    trace?.rule('python/float');
    return readVersion(float === 3.1 ? '3.10' : floatText(float), trace);
  };
}
