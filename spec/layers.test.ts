import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What each layer may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  spec: [],
  reference: ['spec'],
  generators: ['spec', 'reference'],
  // Of the harness, reports know the judge: its notion of a cause, and of a grade.
  reports: ['spec', 'conformance/judge'],
  conformance: ['spec', 'reference', 'generators', 'reports'],
  bench: ['spec', 'reference', 'generators', 'reports', 'conformance'],
};

/** Generators never ask the interpreter, nor anything that reads a document. */
const INTERPRETER =
  /^reference\/(?:interpret|yaml|json|task|mapping|range|memory|duration|gpu|port|volume|env)\.ts$/;

const LAYERS = Object.keys(MAY_IMPORT);

interface Module {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const modules = LAYERS.flatMap((layer) =>
  readdirSync(layer, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => moduleAt(join(layer, name))),
);

function moduleAt(path: string): Module {
  const text = readFileSync(path, 'utf8');
  const imports = [...text.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map((match) =>
    join(dirname(path), match[1] ?? ''),
  );
  return { path, text, imports };
}

function layerOf(path: string): string {
  return path.split('/')[0] ?? '';
}

describe('the layers', () => {
  test('there are modules in every layer', () => {
    for (const layer of LAYERS) expect(modules.some(({ path }) => layerOf(path) === layer)).toBe(true);
  });

  test('imports go from the outer layers to the inner ones', () => {
    const wrong = modules.flatMap(({ path, imports }) =>
      imports
        .filter((target) => layerOf(target) !== layerOf(path) && LAYERS.includes(layerOf(target)))
        .filter((target) => MAY_IMPORT[layerOf(path)]?.some((each) => target.startsWith(`${each}/`)) !== true)
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('generators never ask the interpreter', () => {
    const wrong = modules
      .filter(({ path }) => layerOf(path) === 'generators' && !path.endsWith('.test.ts'))
      .flatMap(({ path, imports }) =>
        imports.filter((target) => INTERPRETER.test(target)).map((target) => `${path} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  test('imports name their files', () => {
    const wrong = modules.flatMap(({ path, imports }) =>
      imports.filter((target) => !/\.(?:ts|json)$/.test(target)).map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('files are short, and none is a barrel or a drawer', () => {
    const written = modules.filter(({ path }) => !path.includes('/generated/'));
    expect(written.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path)).toEqual([]);
    expect(written.filter(({ text }) => /^export \* from/m.test(text)).map(({ path }) => path)).toEqual([]);
    expect(
      written.filter(({ path }) => /utils?\.ts|helpers?\.ts/.test(path)).map(({ path }) => path),
    ).toEqual([]);
  });
});
