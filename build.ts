import { rm } from 'node:fs/promises';
import { build, type PluginBuild } from 'esbuild';
import { indexSources } from './spec/source-index.ts';

/** Bundles the command line for publishing: `dist/main.js`, with each command's code in a chunk of its own. */
await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: ['conformance/cli/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  plugins: [{ name: 'source index', setup: replaceSourceIndex }],
  // The library `yaml` is CommonJS inside and loads `process` and `buffer` with `require`.
  banner: {
    js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
  },
});

/** The bundle has no sources that `spec ID` could search, so it gets the index as it is now. */
function replaceSourceIndex(bundle: PluginBuild): void {
  bundle.onLoad({ filter: /[\\/]spec[\\/]source-index\.ts$/ }, () => ({
    contents: `export function indexSources() { return ${JSON.stringify(indexSources())}; }`,
  }));
}
