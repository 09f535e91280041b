import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAround } from './found.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'found-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(path: string, text = ''): void {
  writeFileSync(join(folder, path), text);
}

describe('a look at a folder', () => {
  it.each([
    ['go.mod', 'module example.org/you/mytool\n\ngo 1.22\n', 'go'],
    ['Cargo.toml', '[package]\nname = "mytool"\n', 'rust'],
    ['pyproject.toml', '[project]\nname = "mytool"\n', 'python'],
    ['package.json', '{\n  "name": "mytool"\n}\n', 'javascript'],
  ])('tells language and name from %s', (file, text, language) => {
    put(file, text);
    expect(lookAround(folder)).toMatchObject({ name: 'mytool', languages: [{ language, file }] });
  });

  it('takes a project with tsconfig.json for TypeScript alone', () => {
    put('package.json', '{ "name": "@you/mytool" }');
    put('tsconfig.json');
    expect(lookAround(folder).languages.map(({ language }) => language)).toEqual(['typescript']);
  });

  it('finds several languages', () => {
    put('go.mod');
    put('pyproject.toml');
    put('setup.py');
    expect(lookAround(folder).languages.map(({ language }) => language)).toEqual(['go', 'python']);
  });

  it('takes the name of the folder where no file says one', () => {
    const inner = join(folder, 'my "tool"');
    mkdirSync(inner);
    expect(lookAround(inner)).toMatchObject({ name: 'my-tool-', languages: [] });
  });

  it('finds the root of the repository', () => {
    mkdirSync(join(folder, '.git'));
    mkdirSync(join(folder, 'tools/task'), { recursive: true });
    expect(lookAround(folder)).toMatchObject({ root: '.', folder: '.' });
    expect(lookAround(join(folder, 'tools/task'))).toMatchObject({ root: '../..', folder: 'tools/task' });
  });

  it('knows the versions of Node that read TypeScript', () => {
    const reading = ['20.20.2', '22.17.9', '22.18.0', '24.0.0'].map(
      (version) => lookAround(folder, version).nodeReadsTypeScript,
    );
    expect(reading).toEqual([false, false, true, true]);
  });
});
