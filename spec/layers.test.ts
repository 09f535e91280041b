import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  graphOfFiles,
  graphOfFolders,
  isForTests,
  modulesBelow,
  onCircles,
  type Module,
} from './testing/imports.ts';

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

const LAYERS = Object.keys(MAY_IMPORT);

/** Output, and the end of the process. */
const PRINTS = /\bprocess\.(?:stdout|stderr|exitCode|exit\b)|\bconsole\./;

const READS_FLAGS = /\bprocess\.argv\b|from 'commander'/;

/** Folders and files that may print and end the process: the command line, the wrong programs, and tools of developers. */
const MAY_PRINT = [
  'conformance/cli/',
  'conformance/faulty/programs/',
  // The text of a program that tests run.
  'conformance/testing/scripted.ts',
  'spec/generate.ts',
  'bench/',
];

const MAY_READ_FLAGS = [
  'conformance/cli/',
  'conformance/faulty/programs/',
  // Starts the command line again, as it was started itself.
  'conformance/adapter/bundled-adapter.ts',
  'spec/generate.ts',
  'bench/',
];

const modules = LAYERS.flatMap(modulesBelow);
const code = modules.filter((module) => !isForTests(module));

function layerOf(path: string): string {
  return path.split('/')[0] ?? '';
}

/** Imports that are not allowed, one line each. */
function importsThat(isWrong: (path: string, target: string) => boolean, from = modules): string[] {
  return from.flatMap(({ path, imports }) =>
    imports.filter((target) => isWrong(path, target)).map((target) => `${path} imports ${target}`),
  );
}

function pathsOf(wrong: readonly Module[]): string[] {
  return wrong.map(({ path }) => path);
}

function isBelow(path: string, places: readonly string[]): boolean {
  return places.some((place) => path.startsWith(place));
}

describe('the layers', () => {
  test('there are modules in every layer', () => {
    for (const layer of LAYERS) expect(modules.some(({ path }) => layerOf(path) === layer)).toBe(true);
  });

  test('imports go from the outer layers to the inner ones', () => {
    const wrong = importsThat(
      (path, target) =>
        layerOf(target) !== layerOf(path) &&
        LAYERS.includes(layerOf(target)) &&
        MAY_IMPORT[layerOf(path)]?.some((each) => target.startsWith(`${each}/`)) !== true,
    );
    expect(wrong).toEqual([]);
  });

  test('no file imports itself over other files', () => {
    expect(onCircles(graphOfFiles(code))).toEqual([]);
  });

  test('no folder imports itself over other folders', () => {
    expect(onCircles(graphOfFolders(code))).toEqual([]);
  });

  test('generators know of the reference only what documents are made of', () => {
    const generators = code.filter(({ path }) => layerOf(path) === 'generators');
    const wrong = importsThat(
      (_, target) => layerOf(target) === 'reference' && dirname(target) !== 'reference/document',
      generators,
    );
    expect(wrong).toEqual([]);
  });

  test('only the command line prints and ends the process', () => {
    const wrong = code.filter(({ path, text }) => !isBelow(path, MAY_PRINT) && PRINTS.test(text));
    expect(pathsOf(wrong)).toEqual([]);
  });

  test('only the command line reads flags', () => {
    const wrong = code.filter(({ path, text }) => !isBelow(path, MAY_READ_FLAGS) && READS_FLAGS.test(text));
    expect(pathsOf(wrong)).toEqual([]);
  });

  test('nothing but the tools of developers imports the command line', () => {
    const wrong = importsThat(
      (path, target) =>
        isBelow(target, ['conformance/cli/']) && !isBelow(path, ['conformance/cli/', 'bench/']),
      code,
    );
    expect(wrong).toEqual([]);
  });

  test('of the other rooms, processes know only the protocol', () => {
    const processes = code.filter(({ path }) => path.startsWith('conformance/process/'));
    expect(processes).not.toEqual([]);
    const wrong = importsThat(
      (_, target) => !isBelow(target, ['conformance/process/', 'conformance/protocol/']),
      processes,
    );
    expect(wrong).toEqual([]);
  });

  test('imports name their files', () => {
    expect(importsThat((_, target) => !/\.(?:ts|json)$/.test(target))).toEqual([]);
  });

  test('files are short, and none is a barrel or a drawer', () => {
    const written = modules.filter(({ path }) => !path.includes('/generated/'));
    expect(pathsOf(written.filter(({ text }) => text.split('\n').length > 301))).toEqual([]);
    expect(pathsOf(written.filter(({ text }) => /^export \* from/m.test(text)))).toEqual([]);
    expect(pathsOf(written.filter(({ path }) => /utils?\.ts|helpers?\.ts/.test(path)))).toEqual([]);
  });
});
