import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync, transformSync } from 'esbuild';
import { PROJECT } from './source-files.ts';

/** The browsers that reports are made for. */
const TARGET = ['chrome111', 'firefox113', 'safari16.4'];

const STYLES = ['tokens', 'layout', 'parts', 'cases', 'media'];

/**
 * Writes the styles and the script of HTML reports as texts. So they are bundled like any module, and a report can be
 * made from the sources without a build.
 */
export function reportPageCode(): string {
  return `/** The styles of HTML reports, from \`reports/html/styles/\`. */
export const STYLE = ${JSON.stringify(style())};

/** The script of HTML reports, from \`reports/html/client/\`. */
export const SCRIPT = ${JSON.stringify(script())};`;
}

function style(): string {
  const css = STYLES.map((name) => readFileSync(new URL(`reports/html/styles/${name}.css`, PROJECT), 'utf8'));
  return transformSync(css.join('\n'), { loader: 'css', minify: true, target: TARGET }).code.trim();
}

function script(): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('reports/html/client/main.ts', PROJECT))],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: TARGET,
  });
  return (outputFiles[0]?.text ?? '').trim();
}
