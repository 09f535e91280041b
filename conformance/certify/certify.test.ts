import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { certifyProgramKeeping } from '../testing/kept-results.ts';
import { exampleCases } from '../case/example-cases.ts';
import { bundled } from '../testing/bundled.ts';
import { EDITION } from '../testing/edition.ts';

const cases = exampleCases(EDITION);
const python = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0;
if (!python) console.log('python3 (3.9 or later) is not here: its implementation is not certified');

/** Returns the command of a copy of the Python implementation in which a piece of one module is replaced. */
function brokenPython(module: string, right: string, wrong: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'broken-'));
  folders.push(folder);
  cpSync('examples/python', folder, { recursive: true });
  const path = join(folder, 'taskconf', `${module}.py`);
  const source = readFileSync(path, 'utf8');
  expect(source).toContain(right);
  writeFileSync(path, source.replaceAll(right, wrong));
  return ['python3', '-B', join(folder, 'dstack_task.py')];
}

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('certify', () => {
  test('the bundled reference is a drop-in', async () => {
    const command = [process.execPath, '--import', 'tsx', 'conformance/cli/main.ts', 'adapter'];
    const { grade, exitCode, results } = await certifyProgramKeeping({ edition: EDITION, command, cases });
    expect({ grade, exitCode, asked: results.length }).toEqual({
      grade: 'drop-in',
      exitCode: 0,
      asked: cases.length,
    });
  });

  test.runIf(python)('the Python implementation is a drop-in', async () => {
    const command = ['python3', 'examples/python/dstack_task.py'];
    const { grade, footer } = await certifyProgramKeeping({ edition: EDITION, command, cases });
    expect({ grade, failures: footer.failures }).toEqual({
      grade: 'drop-in',
      failures: { documented: 0, observed: 0 },
    });
  });

  test.runIf(python).each([
    [
      'a documented rule',
      'task',
      'Duration(300)',
      'Duration(360)',
      'stop_duration/default',
      'non-conformant',
      1,
    ],
    ['an observed rule', 'quantity', '1024.0', '1000.0', 'memory/terabytes', 'conformant', 0],
  ] as const)(
    'the Python implementation with %s broken is no drop-in',
    async (_, module, right, wrong, id, grade, exitCode) => {
      const command = brokenPython(module, right, wrong);
      const result = await certifyProgramKeeping({ edition: EDITION, command, cases });
      const named = result.results.flatMap(({ outcome }) =>
        outcome.kind === 'fail' ? outcome.requirements : [],
      );
      expect(named).toContain(id);
      expect({ grade: result.grade, exitCode: result.exitCode }).toEqual({ grade, exitCode });
    },
  );

  test('a program that does not exist is incomplete', async () => {
    const { grade, exitCode, diagnosis } = await certifyProgramKeeping({
      edition: EDITION,
      command: ['/no/such/program'],
      cases,
    });
    expect({ grade, exitCode }).toEqual({ grade: 'incomplete', exitCode: 3 });
    expect(diagnosis).toBeDefined();
  });

  test('a filtered run is incomplete', async () => {
    const command = [...(await bundled('conformance/cli/main.ts')), 'adapter'];
    const { grade } = await certifyProgramKeeping({
      edition: EDITION,
      command,
      cases,
      filter: { topics: ['ports'] },
    });
    expect(grade).toBe('incomplete');
  });
});
