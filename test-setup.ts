import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUNDLES } from './conformance/testing/bundled.ts';

/** Caches of the tools that tests start, which those tools leave behind on purpose. */
const CACHES = /^(?:tsx-|node-compile-cache$)/;

/**
 * Gives the run a temporary folder of its own, before any test starts, and one for the bundles that its tests share.
 * After the last test, the run fails if a test has left something in the former.
 */
export default function setup(): () => void {
  const outer = process.env['TMPDIR'];
  const folder = mkdtempSync(join(tmpdir(), 'dstack-conformance-test-'));
  const [temporary, bundles] = [join(folder, 'tmp'), join(folder, 'bundles')];
  for (const each of [temporary, bundles]) mkdirSync(each);
  process.env['TMPDIR'] = temporary;
  process.env[BUNDLES] = bundles;
  return () => {
    const left = readdirSync(temporary).filter((name) => !CACHES.test(name));
    rmSync(folder, { recursive: true, force: true });
    Reflect.deleteProperty(process.env, BUNDLES);
    if (outer === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = outer;
    if (left.length === 0) return;
    // Vitest prints what a teardown throws, but would exit with 0.
    process.exitCode = 1;
    throw new Error(`tests left these in the temporary folder: ${left.join(', ')}`);
  };
}
