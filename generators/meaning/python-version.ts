import type { NormalForm } from '../../spec/generated/normal-form.ts';
import { oneOf, type Pool } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';

export type PythonVersion = NonNullable<NormalForm['python']>;

const VERSIONS: Pool<PythonVersion> = ['3.11', '3.10', '3.12', '3.13', '3.9', '3.8'];

export function drawPythonVersion(pen: Pen): PythonVersion {
  return oneOf(pen.source, VERSIONS);
}
