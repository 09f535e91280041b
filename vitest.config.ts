import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Tests of `fuzz` and of the wrong programs, and the walkthrough, which `npm run test:quick` leaves out. They take
 * seconds to minutes each, and start first, the longest before all.
 */
const SLOW = [
  'conformance/cli/verify/run.test.ts',
  'package/packed.test.ts',
  'spec/walkthrough.test.ts',
  'conformance/faulty/table/wrong-implementations.test.ts',
  'conformance/faulty/table/table.test.ts',
  'conformance/faulty/table/table-processes.test.ts',
  'generators/reach.test.ts',
  'conformance/soundness/agreement.test.ts',
  'conformance/fuzz/fuzz.test.ts',
  'conformance/fuzz/shrinker.test.ts',
  'conformance/faulty/table/one-bug.test.ts',
  'conformance/cli/certify/brief-report.test.ts',
  'conformance/faulty/table/first-cause.test.ts',
  'conformance/faulty/table/terminal.test.ts',
  'conformance/runner/many-crashes.test.ts',
  'conformance/cli/fuzz/run.test.ts',
];

/** Otherwise, on a machine without a record of earlier runs, a long file may start last and be waited for alone. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const slow = SLOW.flatMap((path) => sorted.filter(({ moduleId }) => moduleId.endsWith(`/${path}`)));
    return [...slow, ...sorted.filter((file) => !slow.includes(file))];
  }
}

/** These replace modules, so each needs modules of its own. The other files of a worker share theirs. */
const REPLACING_MODULES = [
  'conformance/soundness/suite-defect.test.ts',
  'conformance/golden/unwritable.test.ts',
];

/**
 * Matches the modules that are no tests. Node.js loads them itself, with tsx. Vitest would rewrite their imports so that
 * tests can replace modules, and then calls between modules take a sixth more time.
 */
const CODE =
  /\/(?:spec|reference|generators|conformance|reports|package|examples|bench)\/(?!.*\.test\.ts$).*\.tsx?$/;

/** Milliseconds that a test may take. */
const testTimeout = 60_000;

export default defineConfig(({ mode }) => ({
  test: {
    globalSetup: 'test-setup.ts',
    // One more than there are cores, because tests about processes mostly wait.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: SlowFirst },
    // They don't extend this configuration: the global setup runs once.
    projects: [
      {
        test: {
          name: 'shared',
          include: [
            '{spec,reference,generators,conformance,reports,package,examples,bench,docs}/**/*.test.ts',
          ],
          exclude: [...REPLACING_MODULES, ...(mode === 'quick' ? SLOW : [])],
          // Loading its modules takes longer than most files.
          isolate: false,
          execArgv: ['--import', 'tsx'],
          server: { deps: { external: [CODE] } },
          testTimeout,
          hookTimeout: testTimeout,
        },
      },
      { test: { name: 'replacing', include: REPLACING_MODULES, testTimeout, hookTimeout: testTimeout } },
    ],
  },
}));
