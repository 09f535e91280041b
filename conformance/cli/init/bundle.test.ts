import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../../build/bundle.ts';
import { LANGUAGES } from '../../init/language.ts';
import { SKELETONS } from '../../init/skeleton.ts';
import { skeletonText } from '../../init/skeleton-text.ts';

/** Runs the bundle in a folder that has nothing of the project beside it. */

const folder = mkdtempSync(join(tmpdir(), 'bundle-'));

beforeAll(() => bundle(join(folder, 'dist')), 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the bundle', () => {
  it.each(LANGUAGES)('writes the adapter in %s as it stands among the examples', (language) => {
    const place = join(folder, language, 'task-adapter');
    mkdirSync(place, { recursive: true });
    const main = join(folder, 'dist/main.js');
    const { stderr } = spawnSync(process.execPath, [main, 'init', language], {
      cwd: place,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    for (const file of SKELETONS[language].files)
      expect(readFileSync(join(place, 'conformance', basename(file)), 'utf8')).toBe(skeletonText(file));
  });
});
