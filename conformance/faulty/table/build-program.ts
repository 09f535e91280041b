import { fileURLToPath } from 'node:url';
import { bundled } from '../../testing/bundled.ts';

/** A program as a command line. `--fault NAME` is added to it. */
export type Program = readonly string[];

const ENTRY = 'conformance/faulty/programs/program.ts';

/** The sources themselves. They need no build and no cleaning up, but start slowly. */
export const SOURCE_PROGRAM: Program = [
  process.execPath,
  '--import',
  'tsx',
  fileURLToPath(new URL(`../../../${ENTRY}`, import.meta.url)),
];

/** Returns the program as the bundle that all tests share. */
export function builtProgram(): Promise<Program> {
  return bundled(ENTRY);
}
