import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { certifyProgram } from './certify.ts';
import { exampleCases } from './example-cases.ts';

const cases = exampleCases();
const python = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0;
if (!python) console.log('python3 (3.9 or later) is not here: its implementation is not certified');

describe('certify', () => {
  test('the bundled reference is a drop-in', async () => {
    const command = [process.execPath, '--import', 'tsx', 'conformance/main.ts', 'adapter'];
    const { grade, exitCode, results } = await certifyProgram({ command, cases });
    expect({ grade, exitCode, asked: results.length }).toEqual({
      grade: 'drop-in',
      exitCode: 0,
      asked: cases.length,
    });
  });

  test.runIf(python)('the Python implementation is a drop-in', async () => {
    const command = ['python3', 'examples/python/dstack_task.py'];
    const { grade, footer } = await certifyProgram({ command, cases });
    expect({ grade, failures: footer.failures }).toEqual({
      grade: 'drop-in',
      failures: { documented: 0, observed: 0 },
    });
  });

  test.runIf(python)(
    'the Python implementation with one rule broken fails, and the requirement is named',
    async () => {
      const program = `
import sys; sys.path.insert(0, 'examples/python')
from taskconf import quantity
import dstack_task
text = open(quantity.__file__).read()
assert '1024' in text
exec(compile(text.replace('1024', '1000'), quantity.__file__, 'exec'), quantity.__dict__)
dstack_task.main()
`;
      const { exitCode, results } = await certifyProgram({ command: ['python3', '-c', program], cases });
      const named = new Set(
        results.flatMap(({ outcome }) => (outcome.kind === 'fail' ? outcome.requirements : [])),
      );
      expect(named).toContain('memory/terabytes');
      expect(exitCode).toBe(0); // TB is observed: still conformant, never a drop-in
    },
  );

  test('a program that is not there is incomplete', async () => {
    const { grade, exitCode, diagnosis } = await certifyProgram({ command: ['/no/such/program'], cases });
    expect({ grade, exitCode }).toEqual({ grade: 'incomplete', exitCode: 3 });
    expect(diagnosis).toBeDefined();
  });

  test('a filtered run is incomplete', async () => {
    const command = [process.execPath, '--import', 'tsx', 'conformance/main.ts', 'adapter'];
    const { grade } = await certifyProgram({ command, cases, filter: { topics: ['ports'] } });
    expect(grade).toBe('incomplete');
  });
});
