import type { PythonVersion } from '../../spec/values.ts';
import { oneOf } from '../fields/choice.ts';
import { Float } from '../document/float.ts';
import { floatText } from '../document/numeral.ts';
import type { Tracer } from '../fields/origin.ts';
import type { Rejection } from '../document/violation.ts';

const readVersion = oneOf<PythonVersion>(['3.8', '3.9', '3.10', '3.11', '3.12', '3.13'], 'python/versions');

/**
 * python/versions: The versions are 3.8 to 3.13.
 * python/float: A version written as a number is read as its text, and 3.1 as `3.10`.
 * Reads a version. YAML readers make 3.1 of `3.10`, so the number 3.1 means 3.10.
 */
export function readPythonVersion(value: unknown, trace?: Tracer): PythonVersion | Rejection {
  const float = value instanceof Float ? value.value : value;
  if (typeof float !== 'number' || (Number.isInteger(float) && value === float))
    return readVersion(value, trace);
  trace?.rule('python/float');
  return readVersion(float === 3.1 ? '3.10' : floatText(float), trace);
}
