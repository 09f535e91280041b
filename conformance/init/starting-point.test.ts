import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readBaseline } from '../baseline/baseline-file.ts';
import { readConfiguration } from '../configuration/configuration-file.ts';
import { CONFIGURATION_FILE } from '../configuration/configuration-name.ts';
import type { Found } from './found.ts';
import { LANGUAGES, languageNamed } from './language.ts';
import { SKELETONS } from './skeleton.ts';
import { SKELETON_FILES } from './skeleton-text.ts';
import { startingPoint } from './starting-point.ts';

const FOUND: Found = {
  languages: [],
  name: 'mytool',
  root: '.',
  folder: '.',
  hasTsx: false,
  nodeReadsTypeScript: true,
};

function textsOf(language: (typeof LANGUAGES)[number], found = FOUND): ReadonlyMap<string, string> {
  return new Map(startingPoint(language, found).map(({ path, text }) => [path, text]));
}

describe.each(LANGUAGES)('the starting point in %s', (language) => {
  const texts = textsOf(language);

  it('has an adapter, which gets the name of the implementation', () => {
    const adapter = [...texts].find(([path]) => path.startsWith('conformance/adapter.'));
    expect(adapter?.[1]).toMatch(/name"?: ["']mytool["']/);
    expect(adapter?.[1]).not.toContain('task-adapter');
  });

  it('has a configuration that starts this adapter', () => {
    const reading = readConfiguration(texts.get(CONFIGURATION_FILE) ?? '');
    const adapter = [...texts.keys()][0] ?? '';
    expect(reading).toMatchObject({
      kind: 'read',
      configuration: {
        command: SKELETONS[language].command(adapter, FOUND),
        baseline: 'conformance/baseline.yaml',
        corpus: 'conformance/corpus',
      },
    });
  });

  it('has a baseline without entries', () => {
    const reading = readBaseline('baseline.yaml', texts.get('conformance/baseline.yaml') ?? '');
    expect(reading).toMatchObject({ kind: 'read', baseline: { entries: [] } });
  });

  it('has a workflow that certifies', () => {
    const workflow: unknown = parse(texts.get('.github/workflows/conformance.yml') ?? '');
    const certifies: unknown = expect.stringContaining('dstack-conformance@');
    const steps: unknown = expect.arrayContaining([{ run: certifies }]);
    expect(workflow).toMatchObject({ jobs: { certify: { steps } } });
  });
});

describe('starting points', () => {
  it('hold every file of the adapters once', () => {
    expect(LANGUAGES.flatMap((language) => SKELETONS[language].files).sort()).toEqual(
      [...SKELETON_FILES].sort(),
    );
  });

  it('have a workflow at the root of the repository, which works in the folder', () => {
    const text = textsOf('go', { ...FOUND, root: '../..', folder: 'tools/task' }).get(
      '../../.github/workflows/conformance.yml',
    );
    expect(parse(text ?? '')).toMatchObject({
      jobs: { certify: { defaults: { run: { 'working-directory': 'tools/task' } } } },
    });
    expect(text).toContain('path: tools/task/conformance.ndjson');
  });

  it('start TypeScript with what is there', () => {
    const { command } = SKELETONS.typescript;
    expect(command('a.ts', { ...FOUND, hasTsx: true })).toEqual(['node', '--import', 'tsx', 'a.ts']);
    expect(command('a.ts', FOUND)).toEqual(['node', 'a.ts']);
    expect(command('a.ts', { ...FOUND, nodeReadsTypeScript: false })).toEqual([
      'npx',
      '--yes',
      'tsx',
      'a.ts',
    ]);
  });

  it('are chosen by other names, too', () => {
    expect(['Go', 'golang', 'ts', 'bash', 'Python'].map(languageNamed)).toEqual([
      'go',
      'go',
      'typescript',
      'shell',
      'python',
    ]);
    expect(languageNamed('cobol')).toBeUndefined();
  });
});
