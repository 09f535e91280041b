import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A program as a command line. `--fault NAME` is added to it. */
export type Program = readonly string[];

const SOURCE = fileURLToPath(new URL('../programs/program.ts', import.meta.url));

/** The sources themselves. They need no build and no cleaning up, but start slowly. */
export const SOURCE_PROGRAM: Program = [process.execPath, '--import', 'tsx', SOURCE];

/** The program in one file that starts as fast as Node does, in a folder of its own. */
export interface BuiltProgram {
  readonly program: Program;
  readonly folder: string;
  readonly remove: () => void;
}

export async function buildProgram(): Promise<BuiltProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'faulty-'));
  const outfile = join(folder, 'program.mjs');
  await build({
    entryPoints: [SOURCE],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // The package yaml is CommonJS and loads modules of Node.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  return {
    program: [process.execPath, outfile],
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
