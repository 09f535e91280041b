import { describe, expect, it } from 'vitest';
import type { LogLine } from '../../spec/generated/event-log.ts';
import { readBaseline } from '../baseline/baseline-file.ts';
import { testOf, type GeneratedTest } from '../case/generated-cases.ts';
import { bundled } from '../testing/bundled.ts';
import { generated } from '../testing/generated.ts';
import { certifyProgramKeeping } from '../testing/kept-results.ts';
import type { CertifyOptions } from './certify-options.ts';
import { EDITION } from '../testing/edition.ts';

const RIGHT = generated(300, { kind: 'invalid' });
/** A valid document that the case expects to be refused. */
const WRONG = wrong();
/** A plain program that refuses everything. */
const REFUSES = ['sh', '-c', 'exit 1'];
const ADAPTER = [...(await bundled('conformance/cli/main.ts')), 'adapter'];

function wrong(): GeneratedTest {
  const [valid] = generated(1, { kind: 'valid' });
  const test = valid && testOf(EDITION, valid.made, 'json', { kind: 'accepted', normal: '{"type":"task"}' });
  if (test === undefined) throw new Error('it has no JSON text');
  return test;
}

async function certify(options: Omit<CertifyOptions, 'edition' | 'cases'>) {
  const lines: LogLine[] = [];
  const cases = [...RIGHT.slice(0, 5), WRONG, ...RIGHT.slice(5)];
  const result = await certifyProgramKeeping({
    edition: EDITION,
    ...options,
    cases,
    onLine: (text) => lines.push(JSON.parse(text) as LogLine),
  });
  return { result, lines, cases };
}

describe.each([
  ['in protocol mode', { command: ADAPTER, generated: 'new' }],
  ['in protocol mode, once it fails', { command: ADAPTER, generated: 'known' }],
  ['in plain mode', { command: REFUSES, plain: 'json', generated: 'new' }],
  ['in plain mode, once it fails', { command: REFUSES, plain: 'json', generated: 'known' }],
] as const)('a case that the suite has wrong, %s,', (_, options) => {
  it('ends the run as incomplete, and keeps what was answered before', async () => {
    const { result, lines, cases } = await certify(options);
    const { grade, exitCode, defect, diagnosis, results } = result;
    expect({ grade, exitCode, diagnosis }).toEqual({
      grade: 'incomplete',
      exitCode: 3,
      diagnosis: 'a defect of the suite',
    });
    expect(defect).toMatchObject({ source: 'reference', test: WRONG });
    const kinds = new Map(results.map(({ test, outcome }) => [test, outcome.kind]));
    expect(cases.slice(0, 5).map((test) => kinds.get(test))).toEqual(Array(5).fill('pass'));
    expect(kinds.get(WRONG)).toBe('not-run');
    expect(results).toHaveLength(cases.length);
    expect(lines.filter(({ event }) => event === 'case')).toHaveLength(cases.length);
    expect(lines.at(-1)).toMatchObject({ event: 'footer', grade, exitCode, counts: { fail: 0 } });
  });

  it('is no success with a baseline either', async () => {
    const reading = readBaseline('baseline.yaml', '[]');
    if (reading.kind === 'refused') throw new Error('the baseline is empty');
    const { baseline } = reading;
    expect((await certify({ ...options, baseline })).result.exitCode).toBe(3);
  });
});

it('blames the program if a right case fails', async () => {
  const cases = generated(5, { kind: 'valid' });
  const { defect, grade, footer } = await certifyProgramKeeping({
    edition: EDITION,
    command: REFUSES,
    plain: 'json',
    cases,
    requirements: [],
  });
  expect({ defect, grade, failed: footer.counts.fail }).toEqual({
    defect: undefined,
    grade: 'non-conformant',
    failed: 5,
  });
});
