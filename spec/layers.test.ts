import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editionFolders } from './sources.ts';
import {
  graphOfFiles,
  graphOfFolders,
  isForTests,
  modulesBelow,
  onCircles,
  type Module,
} from './testing/imports.ts';

/** The folders that each layer may import, besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  spec: [],
  reference: ['spec'],
  generators: ['spec', 'reference'],
  // Of the harness, reports know only the judge, which decides about causes and grades.
  reports: ['spec', 'conformance/judge'],
  conformance: ['spec', 'reference', 'generators', 'reports'],
  package: ['spec', 'reference', 'generators', 'reports', 'conformance'],
  bench: ['spec', 'reference', 'generators', 'reports', 'conformance'],
};

const LAYERS = Object.keys(MAY_IMPORT);

/** Matches output, and the end of the process. */
const PRINTS = /\bprocess\.(?:stdout|stderr|exitCode|exit\b)|\bconsole\./;

const READS_FLAGS = /\bprocess\.argv\b|from 'commander'/;

/** Folders and files that may print and end the process: the command line, the wrong programs, and tools of developers. */
const MAY_PRINT = [
  'conformance/cli/',
  'conformance/faulty/programs/',
  // This is the text of a program that tests run.
  'conformance/testing/scripted.ts',
  'spec/generate.ts',
  'bench/',
];

const MAY_READ_FLAGS = [
  'conformance/cli/',
  'conformance/faulty/programs/',
  // This starts the command line again, in the way it was started itself.
  'conformance/adapter/bundled-adapter.ts',
  'spec/generate.ts',
  'bench/',
];

/** What is about one edition by its nature: the wrong programs, which prove the harness, and the figures. */
const ABOUT_ONE_EDITION = ['conformance/faulty/', 'bench/'];

/** The releases that the editions follow, without the name of the product. */
const RELEASES = editionFolders().map((folder) => folder.slice(folder.indexOf('-') + 1));

/** Matches a decision by an edition or its id. What differs between editions is a value in the edition. */
const ASKS_FOR_EDITION =
  /\bif \(!?edition\)|\bswitch \([^)]*\bedition(?:\.id)?\)|\bedition(?:\.id|\.spec\.id)?(?: [!=]== |\.(?:starts|ends)With\(|\.includes\()['"]/;

/** The folders of the modules that list all editions. */
const REGISTERS = ['conformance/editions', 'package/editions'];

const modules = LAYERS.flatMap(modulesBelow);
const code = modules.filter((module) => !isForTests(module));

const editionless = code.filter(
  ({ path }) => !path.includes('/editions/') && !isBelow(path, ABOUT_ONE_EDITION),
);

/** Returns the edition that a module belongs to; undefined for shared code. */
function editionOf(path: string): string | undefined {
  return /\/editions\/([^/]+)\//.exec(path)?.[1];
}

function layerOf(path: string): string {
  return path.split('/')[0] ?? '';
}

/** Returns the forbidden imports, one line each. */
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

  test('no file imports itself through other files', () => {
    expect(onCircles(graphOfFiles(code))).toEqual([]);
  });

  test('no folder imports itself through other folders', () => {
    expect(onCircles(graphOfFolders(code))).toEqual([]);
  });

  test('generators import only the document model of the reference', () => {
    const generators = code.filter(({ path }) => layerOf(path) === 'generators');
    const wrong = importsThat(
      (_, target) => layerOf(target) === 'reference' && dirname(target) !== 'reference/document',
      generators,
    );
    expect(wrong).toEqual([]);
  });

  test('code names an edition only inside the rooms of editions', () => {
    expect(editionless.length).toBeGreaterThan(200);
    expect(RELEASES).not.toEqual([]);
    const naming = editionless.filter(({ text }) => RELEASES.some((release) => text.includes(release)));
    expect(pathsOf(naming)).toEqual([]);
  });

  test('only the registers and the editions themselves import what belongs to one edition', () => {
    const own = /\/editions\/[^/]+\//;
    const wrong = importsThat(
      (path, target) => own.test(target) && !own.test(path) && !REGISTERS.includes(dirname(path)),
      code.filter(({ path }) => !isBelow(path, ABOUT_ONE_EDITION)),
    );
    expect(wrong).toEqual([]);
  });

  test('an edition imports only its own rooms of the other layers', () => {
    const wrong = importsThat((path, target) => {
      const [from, to] = [editionOf(path), editionOf(target)];
      return from !== undefined && to !== undefined && from !== to;
    }, code);
    expect(wrong).toEqual([]);
  });

  test('no code asks which edition it has', () => {
    expect(pathsOf(code.filter(({ text }) => ASKS_FOR_EDITION.test(text)))).toEqual([]);
  });

  test('only the command line prints and ends the process', () => {
    const wrong = code.filter(({ path, text }) => !isBelow(path, MAY_PRINT) && PRINTS.test(text));
    expect(pathsOf(wrong)).toEqual([]);
  });

  test('only the command line reads flags', () => {
    const wrong = code.filter(({ path, text }) => !isBelow(path, MAY_READ_FLAGS) && READS_FLAGS.test(text));
    expect(pathsOf(wrong)).toEqual([]);
  });

  test('only the tools of developers import the command line', () => {
    const wrong = importsThat(
      (path, target) =>
        isBelow(target, ['conformance/cli/']) && !isBelow(path, ['conformance/cli/', 'bench/']),
      code,
    );
    expect(wrong).toEqual([]);
  });

  test('processes import only the protocol among the other rooms', () => {
    const processes = code.filter(({ path }) => path.startsWith('conformance/process/'));
    expect(processes).not.toEqual([]);
    const wrong = importsThat(
      (_, target) => !isBelow(target, ['conformance/process/', 'conformance/protocol/']),
      processes,
    );
    expect(wrong).toEqual([]);
  });

  test('imports name their files', () => {
    expect(importsThat((_, target) => !/\.(?:tsx?|json)$/.test(target))).toEqual([]);
  });

  test('files are short, and none is a barrel or a drawer', () => {
    const written = modules.filter(({ path }) => !path.includes('/generated/'));
    expect(pathsOf(written.filter(({ text }) => text.split('\n').length > 301))).toEqual([]);
    expect(pathsOf(written.filter(({ text }) => /^export \* from/m.test(text)))).toEqual([]);
    expect(pathsOf(written.filter(({ path }) => /utils?\.ts|helpers?\.ts/.test(path)))).toEqual([]);
  });
});
