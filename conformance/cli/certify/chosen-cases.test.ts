import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureCommands } from '../../testing/captured-output.ts';
import { scriptedChild } from '../../testing/scripted.ts';
import { run } from '../command-line.ts';

const printed = captureCommands();
const folder = mkdtempSync(join(tmpdir(), 'chosen-cases-'));
const log = join(folder, 'log.ndjson');
/** A program that rejects every document. */
const REJECTS = scriptedChild('{}', 'act = (id) => { result(id, { rejected: [] }); };');
/** A program that accepts every document as one of no meaning. */
const ACCEPTS = scriptedChild('{}', 'act = (id) => { result(id, { accepted: {} }); };');
/** A program that accepts every document as the same smallest task. */
const ACCEPTING = scriptedChild();

beforeAll(async () => {
  await certify(REJECTS, '--log', log, '--topic', 'ports');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function certify(program: readonly string[], ...flags: string[]): Promise<number> {
  const corpus = join(folder, 'corpus');
  return run(['node', 'suite', 'certify', '--cases', '0', '--corpus', corpus, ...flags, '--', ...program]);
}

interface Report {
  readonly grade: string;
  readonly reasons: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

function reported(): Report {
  return JSON.parse(printed.out) as Report;
}

describe('certify --requirement', () => {
  it('asks the cases that exercise some requirements, and is then not complete', async () => {
    expect(await certify(REJECTS, '--requirement', 'ports/range', '--json')).toBe(3);
    expect(reported()).toMatchObject({
      grade: 'incomplete',
      reasons: ['only some cases were asked for: --requirement ports/range'],
      counts: { fail: 1 },
    });
    expect(reported().counts['pass']).toBeGreaterThan(1);
  });

  it('refuses an unknown requirement, and names the one that is meant', async () => {
    expect(await certify(REJECTS, '--requirement', 'ports/ragne')).toBe(2);
    expect(printed.err).toMatch(/^there is no requirement ports\/ragne; did you mean ports\/range\?/);
  });
});

describe('certify --case', () => {
  it.each([
    ['ports/range/reject-1/josn', 'did you mean ports/range/reject-1/json?'],
    ['ports/range/reject-1', 'did you mean ports/range/reject-1/json?'],
    ['c/0123456789ab', 'reports name the cases'],
  ])('refuses %s, which is no case', async (name, hint) => {
    expect(await certify(REJECTS, '--case', name)).toBe(2);
    expect(printed.err).toBe(`there is no case ${name}; ${hint}\n`);
  });

  it('says which generated cases the run has not', async () => {
    expect(await certify(REJECTS, '--case', 'g/0123456789ab', 'ports/range/reject-1/json')).toBe(3);
    expect(printed.err).toMatch(/^the run has no case g\/0123456789ab: cases depend on --cases, /);
  });
});

describe('certify --failed', () => {
  it('asks only what failed in the run of the log', async () => {
    expect(await certify(ACCEPTS, '--failed', log, '--json')).toBe(1);
    const { counts, reasons } = reported();
    const failed = readFileSync(log, 'utf8').match(/"outcome":"fail"/g)?.length;
    expect(counts).toMatchObject({ fail: failed, pass: 0 });
    expect(reasons).toEqual([`${failed} cases failed on documented behaviour`]);
    expect(printed.err).toBe(`of the ${failed} cases that failed in ${log}, ${failed} do not pass\n`);
  });

  it('cuts the names of many cases in the report, and says that the run is not complete', async () => {
    const right = scriptedChild('{ inputs: ["yaml"] }');
    expect(await certify(right, '--failed', log)).toBe(3);
    expect(printed.out.split('\n')[0]?.length).toBeLessThan(300);
    expect(printed.err).toMatch(
      /^the run has no case [^]*\nof the \d+ cases that failed in \S+, \d+ do not pass\n$/,
    );
  });

  it('says that all pass now, and that this is not all', async () => {
    const one = join(folder, 'one.ndjson');
    await certify(REJECTS, '--log', one, '--case', 'type/task/accept-1/json');
    printed.err = '';
    expect(await certify(ACCEPTING, '--failed', one)).toBe(3);
    expect(printed.err).toBe(
      `the case that failed in ${one} passes now: certify without --failed asks all\n`,
    );
  });

  it('makes as many cases as the log speaks of', async () => {
    const wider = join(folder, 'wider.ndjson');
    const flags = ['--corpus', join(folder, 'corpus'), '--topic', 'run', '--cases', '40'];
    await run(['node', 'suite', 'certify', '--log', wider, ...flags, '--', ...REJECTS]);
    expect(readFileSync(wider, 'utf8')).toMatch(/"case":"g\/.*"outcome":"fail"/);
    printed.err = '';
    expect(await run(['node', 'suite', 'certify', '--failed', wider, '--', ...REJECTS])).toBe(1);
    expect(printed.err).toMatch(/^of the \d+ cases that failed in \S+, \d+ do not pass\n$/);
  });

  it('says that nothing failed, and then asks nothing', async () => {
    const passed = join(folder, 'passed.ndjson');
    await certify(REJECTS, '--log', passed, '--case', 'ports/range/reject-1/json');
    printed.out = '';
    expect(await certify(REJECTS, '--failed', passed)).toBe(3);
    expect([printed.out, printed.err]).toEqual(['', expect.stringMatching(/^nothing failed in /) as string]);
  });

  it.each<[string, (text: string) => string, string]>([
    ['another edition', (text) => text.replace('dstack-0.18.42/task', 'dstack-9/task'), 'dstack-9/task'],
    ['another release of the suite', (text) => text.replace(/"version":"[^"]+"/, '"version":"9.9"'), ' 9.9'],
    ['a replay', (text) => text.replace('"generated":0', '"generated":null'), 'a replay of finds'],
    ['no run at all', () => 'jobs: 2\n', 'it is no event log'],
    ['an empty run', () => '', 'it is no event log'],
  ])('refuses the log of %s in words', async (_, edit, why) => {
    const other = join(folder, 'other.ndjson');
    writeFileSync(other, edit(readFileSync(log, 'utf8')));
    expect(await certify(REJECTS, '--failed', other)).toBe(2);
    expect(printed.err).toContain(why);
    expect(printed.err.startsWith(`${other}: it is `)).toBe(true);
  });

  it('refuses a log that is not there, and names of cases beside it', async () => {
    expect(await certify(REJECTS, '--failed', '/no/such/log')).toBe(2);
    expect(printed.err).toContain("the log can't be read: /no/such/log: ");
    expect(await certify(REJECTS, '--failed', log, '--case', 'a')).toBe(2);
    expect(printed.err).toContain("option '--failed <log>' cannot be used with option '--case <ids...>'");
  });
});

describe('certify --fail-fast', () => {
  it('ends at the first failure on documented behaviour, and exits with 1 although much was not run', async () => {
    expect(await certify(REJECTS, '--fail-fast', '--json')).toBe(1);
    const { grade, reasons, counts } = reported();
    expect(grade).toBe('incomplete');
    expect(reasons[0]).toBe('the run ended at the first failure on documented behaviour (--fail-fast)');
    expect(counts['fail']).toBeGreaterThan(0);
    expect(counts['not-run']).toBeGreaterThan(100);
  });

  it('exits with 3 if something else than a failure ended the run', async () => {
    const unsupported = scriptedChild('{}', 'act = (id) => { result(id, { unsupported: "" }); };');
    expect(await certify(unsupported, '--fail-fast', '--topic', 'ports')).toBe(3);
  });

  it('has a log that is verified as it was written', async () => {
    const fast = join(folder, 'fast.ndjson');
    await certify(REJECTS, '--fail-fast', '--log', fast);
    expect(await run(['node', 'suite', 'report', fast])).toBe(1);
    expect(printed.err).toBe('');
  });

  it('does not end at failures that a baseline lists', async () => {
    const baseline = join(folder, 'baseline.yaml');
    const chosen = ['--topic', 'ports', '--baseline', baseline];
    await certify(REJECTS, ...chosen, '--update-baseline');
    printed.out = '';
    await certify(REJECTS, ...chosen, '--fail-fast', '--json');
    expect(reported().counts).toMatchObject({ 'not-run': 0 });
  });
});

describe('certify --max-failures', () => {
  it('ends at so many failures', async () => {
    expect(await certify(REJECTS, '--max-failures', '3', '--json')).toBe(1);
    const { reasons, counts } = reported();
    expect(reasons[0]).toBe('the run ended at 3 failures (--max-failures)');
    expect(counts['fail']).toBeLessThan(200);
    expect(counts['not-run']).toBeGreaterThan(100);
  });

  it('is no friend of --fail-fast', async () => {
    expect(await certify(REJECTS, '--max-failures', '3', '--fail-fast')).toBe(2);
    expect(printed.err).toContain('cannot be used with');
  });
});
