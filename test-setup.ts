import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Caches of the tools that tests start, which those tools leave behind on purpose. */
const CACHES = /^(?:tsx-|node-compile-cache$)/;

/**
 * Gives the run a temporary folder of its own, before any test starts. After the last test, the run fails if a test
 * has left something in there.
 */
export default function setup(): () => void {
  const outer = process.env['TMPDIR'];
  const folder = mkdtempSync(join(tmpdir(), 'dstack-conformance-test-'));
  process.env['TMPDIR'] = folder;
  return () => {
    const left = readdirSync(folder).filter((name) => !CACHES.test(name));
    rmSync(folder, { recursive: true, force: true });
    if (outer === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = outer;
    if (left.length === 0) return;
    // Vitest prints what a teardown throws, but would exit with 0.
    process.exitCode = 1;
    throw new Error(`tests left these in the temporary folder: ${left.join(', ')}`);
  };
}
