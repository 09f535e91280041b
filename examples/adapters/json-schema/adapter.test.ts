import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBaseline } from '../../../conformance/baseline/baseline-file.ts';
import { certifyProgramKeeping, type KeptRun } from '../../../conformance/testing/kept-results.ts';
import { suiteCases } from '../../../conformance/case/suite-cases.ts';
import { EDITION } from '../../../conformance/testing/edition.ts';

const ADAPTER = 'examples/adapters/json-schema/adapter.mjs';
const SCHEMA = 'spec/editions/dstack-0.18.42/schemas/task.schema.json';
const BASELINE = 'examples/adapters/json-schema/task-0.18.42.baseline.yaml';

function baseline() {
  const reading = readBaseline(BASELINE, readFileSync(BASELINE, 'utf8'));
  if (reading.kind === 'refused') throw new Error(reading.errors.join('\n'));
  return reading.baseline;
}

describe('the schema of tasks, certified as an implementation', () => {
  let result: KeptRun;

  beforeAll(async () => {
    result = await certifyProgramKeeping({
      edition: EDITION,
      command: [process.execPath, ADAPTER, SCHEMA],
      // What is asked is made when the adapter has declared that it gives verdicts.
      cases: [],
      corpusOf: suiteCases,
      generated: 'known',
      baseline: baseline(),
    });
  }, 60_000);

  test('fails exactly where its baseline says so', () => {
    const { footer, exitCode } = result;
    expect(footer.baseline).toMatchObject({ unlisted: 0, stale: [] });
    expect({ exitCode, reasons: footer.reasons }).toEqual({
      exitCode: 0,
      reasons: [expect.stringMatching(/^\d+ cases failed on observed behaviour$/) as string],
    });
  });

  test('is graded by verdicts, and accepts every valid document', () => {
    expect(result.header.answers).toBe('verdicts');
    const refused = result.results.filter(
      ({ test: { expected }, outcome }) => expected.kind === 'accepted' && outcome.kind !== 'pass',
    );
    expect(refused).toEqual([]);
  });

  test('has a reason for each of its blind spots', () => {
    for (const { reason } of baseline().entries) expect(reason).not.toBe('not explained yet');
  });
});
