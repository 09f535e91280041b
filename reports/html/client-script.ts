import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';

/**
 * Returns the script of the page as one line of JavaScript. The bundle has no sources beside it: there,
 * `build/bundle.ts` puts the script in this file's place.
 */
export function clientScript(): string {
  const source = readFileSync(new URL('client/client.ts', import.meta.url), 'utf8');
  return transformSync(source, { loader: 'ts', format: 'iife', target: 'es2022', minify: true }).code.trim();
}
