import { build, type PluginBuild } from 'esbuild';
import { NODE_BUNDLE } from './bundle-settings.ts';
import { SKELETON_FILES, skeletonText } from '../conformance/init/skeleton-text.ts';
import { indexSources } from '../spec/source-index.ts';

/** The command line, as a file `main.js`. */
export const COMMAND = { main: 'conformance/cli/main.ts' } as const;

/** The entries of the package that programs import, by their names. */
export const ENTRIES = {
  reference: 'package/reference.ts',
  generators: 'package/generators.ts',
  conformance: 'package/conformance.ts',
  spec: 'package/spec.ts',
  vitest: 'package/vitest.ts',
} as const;

/**
 * Bundles entry points into a folder, with what is loaded on demand in chunks of its own. `external` are packages that
 * stay outside. Returns the names of the packages that are inside.
 */
export async function bundle(
  folder: string,
  entryPoints: Readonly<Record<string, string>> = COMMAND,
  external: readonly string[] = [],
): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: { ...entryPoints },
    external: [...external],
    outdir: folder,
    ...NODE_BUNDLE,
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
    plugins: [{ name: 'files of the project', setup: embedFiles }],
  });
  const inside = Object.keys(metafile.inputs).map((path) => PACKAGE.exec(path)?.[1]);
  return [...new Set(inside.filter((name) => name !== undefined))].sort();
}

/** Matches the path of a file of an installed package, and captures the folder of the package. */
const PACKAGE = /((?:^|.*\/)node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** The bundle has no files of the project beside it, so it gets what modules read from them, as it is now. */
function embedFiles(esbuild: PluginBuild): void {
  esbuild.onLoad({ filter: /[\\/]spec[\\/]source-index\.ts$/ }, () => ({
    contents: `export function indexSources() { return ${JSON.stringify(indexSources())}; }`,
  }));
  const texts = Object.fromEntries(SKELETON_FILES.map((file) => [file, skeletonText(file)]));
  esbuild.onLoad({ filter: /[\\/]init[\\/]skeleton-text\.ts$/ }, () => ({
    contents: `export function skeletonText(file) { return ${JSON.stringify(texts)}[file]; }`,
  }));
}
