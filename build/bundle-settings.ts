/** How esbuild bundles a program for the oldest Node.js that is supported. */
export const NODE_BUNDLE = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // The library `yaml` is CommonJS inside and loads `process` and `buffer` with `require`.
  banner: {
    js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
  },
} as const;
