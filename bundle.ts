import { build, type PluginBuild } from 'esbuild';
import { NODE_BUNDLE } from './bundle-settings.ts';
import { SKELETON_FILES, skeletonText } from './conformance/init/skeleton-text.ts';
import { indexSources } from './spec/source-index.ts';

/** Bundles the command line into a folder: `main.js`, with each command's code in a chunk of its own. */
export async function bundle(folder: string): Promise<void> {
  await build({
    entryPoints: ['conformance/cli/main.ts'],
    outdir: folder,
    ...NODE_BUNDLE,
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [{ name: 'files of the project', setup: embedFiles }],
  });
}

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
