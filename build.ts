import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
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
  // `spec ID` searches the sources, which the bundle doesn't have.
  define: { BUNDLED_INDEX: JSON.stringify(indexSources()) },
  // The library `yaml` is CommonJS inside and loads `process` and `buffer` with `require`.
  banner: {
    js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
  },
});
