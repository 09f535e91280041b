import { describe, expect, it } from 'vitest';
import { readBaseline, type Baseline } from '../baseline/baseline-file.ts';
import { certifyProgramKeeping } from '../testing/kept-results.ts';
import { readEventLog } from '../log/event-log.ts';
import type { TestCase } from '../case/case.ts';
import { goodCases, scriptedCase, scriptedChild, type Act } from '../testing/scripted.ts';
import type { CertifyOptions } from './certify-options.ts';
import { EDITION } from '../testing/edition.ts';

const WRONG: Act = { do: 'answer', result: { rejected: [] } };
const bad = scriptedCase('bad', WRONG);
const yaml: TestCase = {
  ...scriptedCase('yaml'),
  input: { kind: 'yaml', text: 'a' },
  requirements: ['yaml/tags'],
};

async function certify(options: Partial<CertifyOptions>) {
  const lines: string[] = [];
  const result = await certifyProgramKeeping({
    edition: EDITION,
    command: scriptedChild(),
    cases: goodCases(10),
    requirements: ['commands/list'],
    onLine: (line) => lines.push(`${line}\n`),
    ...options,
  });
  const log = readEventLog(lines.join(''));
  expect(log).toMatchObject({ finished: true, damaged: [] });
  return { ...result, log };
}

function baselineOf(text: string): Baseline {
  const reading = readBaseline('b.yaml', text);
  if (reading.kind === 'refused') throw new Error(reading.errors.join());
  return reading.baseline;
}

describe('certifyProgram', () => {
  it('grades a program that passes all cases as a drop-in', async () => {
    expect(await certify({})).toMatchObject({
      grade: 'drop-in',
      exitCode: 0,
      diagnosis: undefined,
      faults: [],
    });
  });

  it.each([
    ['conformant', 0],
    ['drop-in', 1],
  ] as const)(
    'exits as the required grade %s says where only observed behaviour fails',
    async (require, code) => {
      const observed = { ...bad, requirements: ['commands/list', 'disk/default'] } as const;
      const { grade, exitCode, footer } = await certify({ cases: [...goodCases(3), observed], require });
      expect({ grade, exitCode, logged: footer.exitCode }).toEqual({
        grade: 'conformant',
        exitCode: code,
        logged: code,
      });
    },
  );

  it('does not ask inputs that the implementation does not take, and grades it without them', async () => {
    const { results, footer, grade } = await certify({
      cases: [...goodCases(3), yaml],
      requirements: ['commands/list', 'yaml/tags'],
    });
    expect(results).toHaveLength(3);
    expect(footer.coverage).toMatchObject({ missing: [], notApplicable: ['yaml/tags'] });
    expect(grade).toBe('drop-in');
  });

  it.each<[string, Partial<CertifyOptions>, string, number]>([
    ['no case', { cases: [] }, 'incomplete', 3],
    ['no case of a kind that it takes', { cases: [yaml] }, 'incomplete', 3],
    [
      'everything unsupported',
      { cases: [scriptedCase('u', { do: 'answer', result: { unsupported: 'no' } })] },
      'incomplete',
      3,
    ],
    [
      'a requirement that is never exercised',
      { requirements: ['commands/list', 'ports/range'] },
      'incomplete',
      3,
    ],
    ['a filter', { filter: { topics: ['run'] } }, 'incomplete', 3],
    ['a filter that leaves nothing', { filter: { topics: ['ports'] } }, 'incomplete', 3],
    ['a program that can not be started', { command: ['/no/such'] }, 'incomplete', 3],
    ['a failure', { cases: [...goodCases(3), bad] }, 'non-conformant', 1],
    [
      'a failure with a filter',
      { cases: [...goodCases(3), bad], filter: { level: 'documented' } },
      'non-conformant',
      1,
    ],
  ])('gives the right grade and exit code for %s', async (_name, options, grade, exitCode) => {
    expect(await certify(options)).toMatchObject({ grade, exitCode });
  });

  it('has a result for every case, even for cases that were not run', async () => {
    const cases = [
      ...goodCases(5),
      ...Array.from({ length: 5 }, (_, index) => scriptedCase(`x/${index}`, { do: 'exit', code: 1 })),
    ];
    const { results, footer, log } = await certify({ cases, maxRestarts: 3 });
    expect(results).toHaveLength(10);
    expect(footer.counts).toMatchObject({ pass: 5, crash: 2, 'not-run': 3 });
    expect(footer).toMatchObject({ grade: 'incomplete', exitCode: 3 });
    expect(log.lines.filter(({ event }) => event === 'case')).toHaveLength(10);
  });

  it('logs a header and a footer even if no program could be started', async () => {
    const { log, diagnosis } = await certify({ command: ['false'] });
    expect(log.lines[0]).toMatchObject({ event: 'header', implementation: null });
    expect(log.lines.at(-1)).toMatchObject({ event: 'footer', diagnosis });
  });

  it('gives the same cases the same digest', async () => {
    const digests = await Promise.all(
      [goodCases(3), goodCases(3), goodCases(4)].map(
        async (cases) => (await certify({ cases })).footer.corpus.digest,
      ),
    );
    expect(digests[0]).toBe(digests[1]);
    expect(digests[0]).not.toBe(digests[2]);
  });
});

describe('a baseline', () => {
  const cases = [...goodCases(3), bad];

  it.each([
    ['lists exactly what fails', '- {case: bad, outcome: fail, reason: x}', 0, []],
    ['does not list a failure', '', 1, []],
    ['lists another outcome', '- {case: bad, outcome: crash, reason: x}', 1, ['no longer fails']],
    [
      'lists what passes',
      '- {case: bad, outcome: fail, reason: x}\n- {case: good/1, outcome: fail, reason: x}',
      1,
      ['no longer fails'],
    ],
    [
      'lists what does not exist',
      '- {case: bad, outcome: fail, reason: x}\n- {case: gone, outcome: fail, reason: x}',
      1,
      ['matches nothing'],
    ],
  ])('decides the exit code if it %s', async (_name, text, exitCode, stale) => {
    const { footer, grade, ...rest } = await certify({ cases, baseline: baselineOf(text) });
    expect(footer.baseline?.stale.map(({ why }) => why)).toEqual(stale);
    expect({ grade, exitCode: rest.exitCode }).toEqual({ grade: 'non-conformant', exitCode });
  });

  it('marks the listed failures in the log', async () => {
    const { log } = await certify({
      cases,
      baseline: baselineOf('- {case: bad, outcome: fail, reason: because, link: there}'),
    });
    expect(log.lines.find((line) => line.event === 'case' && line.case === 'bad')).toMatchObject({
      listed: { reason: 'because', link: 'there' },
    });
  });

  it.each([
    ['fails', bad, { listed: 1, flaky: 1, neverFailed: [] }],
    [
      'passes',
      scriptedCase('bad'),
      { listed: 0, flaky: 0, neverFailed: [{ line: 1, entry: 'case bad: fail' }] },
    ],
  ])('with a flaky entry is green if the case %s, and says so', async (_name, test, report) => {
    const baseline = baselineOf('- {case: bad, outcome: fail, flaky: true, reason: x}');
    const { exitCode, footer, log } = await certify({ cases: [...goodCases(3), test], baseline });
    expect({ exitCode, baseline: footer.baseline }).toMatchObject({
      exitCode: 0,
      baseline: { ...report, unlisted: 0, stale: [] },
    });
    const listed = log.lines.flatMap((line) => (line.event === 'case' ? (line.listed ?? []) : []));
    expect(listed).toEqual(test === bad ? [{ reason: 'x', link: null, flaky: true }] : []);
  });

  it.each<[string, Partial<CertifyOptions>]>([
    ['a requirement that is never exercised', { requirements: ['ports/range'] }],
    ['a filter', { filter: { topics: ['run'] } }],
    ['a case that was not run', { maxRestarts: 0, cases: [bad, scriptedCase('x', { do: 'exit', code: 1 })] }],
  ])('does not make a run pass with %s', async (_name, options) => {
    const baseline = baselineOf('- {case: bad, outcome: fail, reason: x}');
    expect(await certify({ cases, baseline, ...options })).toMatchObject({ exitCode: 3 });
  });
});
