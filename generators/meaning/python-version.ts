import type { PythonVersion } from '../../spec/values.ts';
import { oneOf, type Pool } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';

export type { PythonVersion };

const VERSIONS: Pool<PythonVersion> = ['3.11', '3.10', '3.12', '3.13', '3.9', '3.8'];

export function drawPythonVersion(pen: Pen): PythonVersion {
  return oneOf(pen.source, VERSIONS);
}
