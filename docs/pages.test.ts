import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingProgram } from '../conformance/process/missing-program.ts';
import { expectAsShown, makeWorkshop, pageAt, ROOT, type Workshop } from './testing/project.ts';
import { stepsIn } from './testing/transcript.ts';

const PAGES = [
  'docs/architecture.md',
  'docs/ci-and-fuzzing.md',
  'docs/from-0-to-drop-in.md',
  'docs/library.md',
  'docs/reports.md',
  'docs/spec-and-levels.md',
];

let workshop: Workshop;

beforeAll(async () => {
  workshop = await makeWorkshop();
});

afterAll(() => {
  workshop.remove();
});

describe('the commands of', () => {
  it.each([
    ['docs/ci-and-fuzzing.md', 'bash', 14],
    ['docs/reports.md', 'jq', 10],
  ])(
    '%s, where there is %s, print what it shows',
    (path, needed, count) => {
      const page = pageAt(path);
      expect(stepsIn(page).filter(({ kind }) => kind === 'command').length).toBeGreaterThanOrEqual(count);
      if (missingProgram([needed]) === undefined) expectAsShown(page, workshop.newProject());
    },
    180_000,
  );

  it('docs/spec-and-levels.md print what it shows', () => {
    const project = workshop.newProject();
    cpSync(fileURLToPath(new URL('examples/tasks', ROOT)), join(project.folder, 'tasks'), {
      recursive: true,
    });
    const page = pageAt('docs/spec-and-levels.md');
    expect(stepsIn(page).length).toBeGreaterThan(5);
    expectAsShown(page, project);
  }, 180_000);

  const obstacle = missingProgram(['python3']);
  const note = obstacle === undefined ? '' : ` (left out: ${obstacle})`;
  it.skipIf(obstacle !== undefined)(
    `the README print what it shows${note}`,
    () => {
      const project = workshop.newProject();
      wrongProgram(project.folder);
      const page = pageAt('README.md');
      expect(stepsIn(page).length).toBeGreaterThan(0);
      expectAsShown(page, project);
    },
    180_000,
  );
});

/** Writes the program of the README: the second implementation, in which stopping takes ten minutes by default. */
function wrongProgram(folder: string): void {
  cpSync(fileURLToPath(new URL('examples/python', ROOT)), folder, { recursive: true });
  const path = join(folder, 'taskconf/task.py');
  const right = readFileSync(path, 'utf8');
  const wrong = right.replace(
    '"stop_duration": limit(FIVE_MINUTES)',
    '"stop_duration": limit(Duration(600))',
  );
  expect(wrong).not.toBe(right);
  writeFileSync(path, wrong);
}

describe('the README', () => {
  it('is read in two minutes', () => {
    expect(pageAt('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(120);
  });
});

describe('the links', () => {
  it.each(['README.md', 'CONTRIBUTING.md', ...PAGES].map((path) => [path]))('of %s lead to files', (path) => {
    for (const [, target = ''] of pageAt(path).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g))
      expect(() => readFileSync(new URL(target, new URL(path, ROOT))), target).not.toThrow();
  });
});
