import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCertify } from '../../conformance/cli/certify/run.ts';
import type { Found } from '../../conformance/init/found.ts';
import { LANGUAGES, type Language } from '../../conformance/init/language.ts';
import { SKELETONS } from '../../conformance/init/skeleton.ts';
import { skeletonText } from '../../conformance/init/skeleton-text.ts';
import { startingPoint } from '../../conformance/init/starting-point.ts';
import { missingProgram } from '../../conformance/process/missing-program.ts';
import { smoke } from '../../conformance/smoke/smoke.ts';
import { captureOutput } from '../../conformance/testing/captured-output.ts';
import { CHOSEN, EDITION } from '../../conformance/testing/edition.ts';

/** Certifies what `init` writes, in each language whose programs are installed. */

/** The skeletons stay here between runs, so that compilers find what they have built. */
const FOLDER = resolve('.tmp/skeletons');

/** The time that a compiler may take, in seconds. */
const BUILD_TIME = 300;

/** As in a repository with tsx, because the tests run on versions of Node that don't read TypeScript. */
const FOUND: Found = {
  languages: [],
  name: 'skeleton',
  root: '.',
  folder: '.',
  hasTsx: true,
  nodeReadsTypeScript: false,
};

const printed = captureOutput();

beforeEach(() => {
  vi.stubEnv('NO_COLOR', '1');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Brings the skeleton of a language up to date, and returns the command that starts it. */
function startOf(language: Language): readonly string[] {
  const folder = join(FOLDER, language);
  const files = startingPoint(language, FOUND);
  for (const { path, text } of files) refresh(join(folder, path), text);
  // With the versions that are fetched already, it is built without a network.
  if (language === 'rust')
    refresh(join(folder, 'conformance/Cargo.lock'), readFileSync(join(RUST, 'Cargo.lock'), 'utf8'));
  const [adapter] = files;
  return SKELETONS[language].command(join(folder, adapter?.path ?? ''), FOUND);
}

/** Leaves a file alone that is up to date: a compiler looks at its time. */
function refresh(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Returns why a language can't be tried here; undefined if it can. */
function obstacle(language: Language): string | undefined {
  const missing = SKELETONS[language].needs.filter((program) => missingProgram([program]) !== undefined);
  if (missing.length > 0) return `${missing.join(' and ')} not installed`;
  return language === 'rust' && !hasCrates() ? 'its library could not be fetched' : undefined;
}

const RUST = resolve('examples/adapters/rust');

/** Fetches the library of the adapter in Rust. Any other trouble than an unreachable registry is left to the test. */
function hasCrates(): boolean {
  const args = ['fetch', '--quiet', '--locked', '--manifest-path', join(RUST, 'Cargo.toml')];
  const { status, stderr } = spawnSync('cargo', args, { encoding: 'utf8', timeout: 60_000 });
  return (
    status === 0 ||
    (status !== null && !/failed to (?:download|fetch|get|query)|network|offline mode/i.test(stderr))
  );
}

describe.each(LANGUAGES)('the adapter in %s', (language) => {
  const why = obstacle(language);
  const note = why === undefined ? '' : ` (left out: ${why})`;

  it('has at most 60 lines of code', () => {
    const [adapter] = SKELETONS[language].files;
    const code = skeletonText(adapter)
      .split('\n')
      .filter((line) => !/^\s*(?:(?:\/\/|\/\*|#).*)?$/.test(line));
    expect(code.length).toBeLessThanOrEqual(60);
  });

  it.skipIf(why !== undefined)(
    `says the right thing in every part of the protocol${note}`,
    async () => {
      const times = { timeoutMs: 5000, startupTimeoutMs: BUILD_TIME * 1000 };
      const { checks, introduction } = await smoke({
        edition: EDITION,
        command: startOf(language),
        ...times,
      });
      expect(checks.filter(({ result }) => result !== 'good')).toEqual([]);
      expect(checks.map(({ what }) => what)).toContain('answers an unknown method with an error');
      expect(introduction).toMatchObject({ name: 'skeleton', version: '0.1', inputs: ['json'], window: 64 });
    },
    BUILD_TIME * 1000,
  );

  it.skipIf(why !== undefined)(`is drop-in for the fields that it declares${note}`, async () => {
    const flags = { edition: CHOSEN, jobs: 1, timeout: 5, startupTimeout: 60, corpus: 'none', cases: 300 };
    const exitCode = await runCertify(startOf(language), { ...flags, require: 'drop-in' });
    expect(printed.out).toContain('declared: type, spot_policy, creation_policy\n');
    expect(printed.out).toContain('grade: drop-in for 3 of 33 fields\n');
    expect(exitCode).toBe(0);
  });
});
