import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { NODE_BUNDLE } from '../../build/bundle-settings.ts';

/** The environment variable with the folder of the bundles, which a run of the tests makes and removes. */
export const BUNDLES = 'DSTACK_CONFORMANCE_TEST_BUNDLES';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Returns the command that runs a program of the sources, such as `conformance/cli/main.ts`, as a bundle. A bundle
 * starts nearly as fast as Node.js does, and loading TypeScript takes six times as long. All files of a run of the
 * tests share one bundle, which is built when the first of them needs it.
 */
export async function bundled(entry: string): Promise<readonly string[]> {
  const bundles = process.env[BUNDLES];
  if (bundles === undefined) throw new Error(`${BUNDLES} is not set: test-setup.ts sets it`);
  const folder = join(bundles, entry.replaceAll('/', '-').replace(/\.ts$/, ''));
  if (!existsSync(folder)) await buildInto(folder, entry, bundles);
  return [process.execPath, join(folder, basename(entry).replace(/\.ts$/, '.mjs'))];
}

/** Builds beside the folder first, because other workers look for the folder at any time. */
async function buildInto(folder: string, entry: string, bundles: string): Promise<void> {
  const draft = mkdtempSync(join(bundles, 'draft-'));
  await build({
    entryPoints: [join(PROJECT, entry)],
    outdir: draft,
    outExtension: { '.js': '.mjs' },
    ...NODE_BUNDLE,
    plugins: [YAML_WHEN_NEEDED],
    logLevel: 'error',
  });
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another worker was faster.
    rmSync(draft, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Functions of the package yaml that the wrong programs call, few of them and seldom. */
const YAML_FUNCTIONS = ['parseAllDocuments', 'parseDocument', 'stringify', 'visit'];

/** Loads the package yaml, which is half of the wrong programs' code, when one of them first calls it. */
const YAML_WHEN_NEEDED: Plugin = {
  name: 'yaml when needed',
  setup: (bundle) => {
    bundle.onResolve({ filter: /^yaml$/ }, ({ importer }) =>
      importer.includes('/faulty/') ? { path: 'yaml', namespace: 'when-needed' } : undefined,
    );
    bundle.onLoad({ filter: /^yaml$/, namespace: 'when-needed' }, () => ({
      contents: YAML_FUNCTIONS.map(
        (name) => `export function ${name}(...args) { return require('yaml').${name}(...args); }`,
      ).join('\n'),
      resolveDir: PROJECT,
    }));
  },
};
