import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../reports/summary.ts';
import type { CaseLine, FooterLine } from '../../spec/generated/event-log.ts';
import type { CertifySettings } from '../certify/certify-options.ts';
import { readBaseline } from '../baseline/baseline-file.ts';
import { suiteSettings } from '../certify/suite-settings.ts';
import { readEventLog } from '../log/event-log.ts';
import { EDITION } from '../testing/edition.ts';
import { logOf } from '../testing/honest-log.ts';
import { LogFolder, shardsOf } from '../testing/sharded-logs.ts';
import { readLogs } from './read-logs.ts';

const folder = new LogFolder();

afterAll(() => {
  folder.remove();
});

const SOME = suiteSettings(EDITION, 200);

async function summaryOf(logs: Readonly<Record<string, readonly string[] | string>>): Promise<Summary> {
  const paths = Object.entries(logs).map(([name, log]) => folder.write(name, log));
  const reading = await readLogs(paths);
  if (reading.kind === 'refused') throw new Error(reading.errors.join('\n'));
  return reading.run.summary;
}

async function refusalOf(logs: Readonly<Record<string, readonly string[]>>): Promise<readonly string[]> {
  const reading = await readLogs(Object.entries(logs).map(([name, log]) => folder.write(name, log)));
  return reading.kind === 'refused' ? reading.errors : [];
}

function named(shards: readonly (readonly string[])[]): Record<string, readonly string[]> {
  return Object.fromEntries(shards.map((log, at) => [`shard-${at + 1}.log`, log]));
}

/** Returns the cases of logs by their ids, without what differs from run to run. */
function casesIn(logs: readonly (readonly string[])[]): CaseLine[] {
  return logs
    .flatMap((log) => readEventLog(log.join('\n')).lines)
    .flatMap((line) => (line.event === 'case' ? [{ ...line, durationMs: 0 }] : []))
    .sort((one, other) =>
      one.case + one.requirements.join() < other.case + other.requirements.join() ? -1 : 1,
    );
}

/** Returns an end without what differs from run to run. */
function comparable(footer: FooterLine | undefined): Partial<FooterLine> {
  return { ...footer, finished: '', seal: { lines: 0, digest: '' } };
}

describe('four shards of a run', () => {
  it.each([
    ['a right program', 'answer-with-blanks', {}],
    ['a wrong program', 'default-nodes', {}],
    ['a program that is wrong in many ways', 'echo', {}],
    ['a program that declares some fields', 'answer-with-blanks', { fields: ['nodes', 'ports', 'env'] }],
    ['a wrong program that declares some fields', 'default-nodes', { fields: ['nodes', 'ports', 'env'] }],
    ['a program that must be a drop-in', 'default-nodes', { require: 'drop-in' } as const],
    ['cases about one topic', 'default-nodes', { filter: { topics: ['ports', 'run'] } }],
  ] satisfies [string, string, Partial<CertifySettings>][])(
    'of %s are the run, case by case, and have its report',
    async (_name, program, options) => {
      const whole = await logOf(program, { ...SOME, ...options });
      const shards = await shardsOf(4, program, { ...SOME, ...options });
      expect(casesIn(shards)).toEqual(casesIn([whole]));
      for (const shard of shards) expect(casesIn([shard]).length).toBeLessThan(casesIn([whole]).length / 2);

      const one = await summaryOf({ 'whole.log': whole });
      const merged = await summaryOf(named(shards));
      expect(merged.verdict).toEqual(one.verdict);
      expect(merged.integrity).toEqual({ count: 0, kept: [] });
      expect(merged.withheld).toEqual(one.withheld);
      expect(comparable(merged.footer)).toEqual(comparable(one.footer));
      expect(merged.header).toEqual({
        ...one.header,
        run: merged.header?.run,
        started: merged.header?.started,
      });
      expect(merged.counts).toEqual(one.counts);
      expect(merged.failed).toEqual(one.failed);
      expect([...merged.topics]).toEqual([...one.topics]);
      expect(merged.requirements).toEqual(one.requirements);
      expect(merged.causes.map(withoutSamples)).toEqual(one.causes.map(withoutSamples));
    },
  );
});

/** What is listed in the order in which it was first seen is compared without that order. */
function withoutSamples({ samples, requirements, places, ...cause }: Summary['causes'][number]) {
  return {
    ...cause,
    requirements: [...requirements].sort(),
    places: [...places].sort(),
    sizes: samples.map(({ input }) => input.text.length),
  };
}

describe('shards that are not the whole run', () => {
  let [shards, wrong]: [string[][], string[][]] = [[], []];
  const EXAMPLES = suiteSettings(EDITION, 0);

  beforeAll(async () => {
    shards = await shardsOf(4, 'answer-with-blanks', EXAMPLES);
    wrong = await shardsOf(4, 'default-nodes', EXAMPLES);
  });

  function shard(index: number): readonly string[] {
    return shards[index - 1] ?? [];
  }

  async function expectIncomplete(logs: Readonly<Record<string, readonly string[] | string>>, why: string) {
    const { verdict, withheld } = await summaryOf(logs);
    expect(verdict).toMatchObject({ grade: 'incomplete', exitCode: 3 });
    expect(verdict.reasons.join('; ').replaceAll(`${folder.path}/`, '')).toContain(why);
    expect(withheld).toBeDefined();
  }

  it('are complete in any order', async () => {
    const { verdict } = await summaryOf({ c: shard(3), a: shard(1), d: shard(4), b: shard(2) });
    expect(verdict).toEqual({ grade: 'drop-in', reasons: [], exitCode: 0 });
  });

  it('name one that is missing, and several', async () => {
    await expectIncomplete({ a: shard(1), b: shard(2), d: shard(4) }, 'shard 3 of 4 is missing');
    await expectIncomplete({ b: shard(2) }, 'shards 1, 3, 4 of 4 are missing');
  });

  it('name one that is there twice, with both files', async () => {
    const logs = { ...named(shards), again: shard(2) };
    await expectIncomplete(logs, 'shard 2 of 4 is there 2 times: shard-2.log, again');
    const { counts } = await summaryOf(logs);
    expect(counts).toEqual((await summaryOf(named(shards))).counts);
  });

  it('name one that was cut between two lines, within a line, and before its first result', async () => {
    const why = 'shard 3 of 4 has no end (shard-3.log)';
    await expectIncomplete({ ...named(shards), 'shard-3.log': shard(3).slice(0, 40) }, why);
    await expectIncomplete(
      { ...named(shards), 'shard-3.log': shard(3).slice(0, 40).join('\n') + '\n{"event":"ca' },
      why,
    );
    await expectIncomplete({ ...named(shards), 'shard-3.log': shard(3).slice(0, 1) }, why);
    await expectIncomplete({ ...named(shards), 'shard-3.log': '' }, 'shard-3.log has no header');
  });

  it('name one of a run with other settings, of other parts, and of another program', async () => {
    const other = await logOf('answer-with-blanks', { ...EXAMPLES, jobs: 2, shard: { index: 3, of: 4 } });
    await expectIncomplete(
      { ...named(shards), 'shard-3.log': other },
      'shard-3.log is of another run: its limits differs',
    );
    const fifth = await logOf('answer-with-blanks', { ...EXAMPLES, shard: { index: 3, of: 5 } });
    await expectIncomplete(
      { ...named(shards), 'shard-3.log': fifth },
      'shard-3.log is of another run: it is shard 3 of 5',
    );
    const renamed = shard(1).map((line) => line.replace('"implementation":{"name":"', '$&another '));
    const faulty = { ...named(shards), 'shard-1.log': renamed };
    await expectIncomplete(faulty, 'shard-1.log is of another run: its implementation differs');
  });

  it('name one that calls itself another one than it is', async () => {
    const lying = shard(2).map((line) => line.replace('"shard":{"index":2,', '"shard":{"index":3,'));
    await expectIncomplete(
      { ...named(shards), 'shard-3.log': lying },
      'shard 3 of 4 is not what the suite writes',
    );
  });

  it('name one that lost a case', async () => {
    await expectIncomplete(
      { ...named(shards), 'shard-3.log': shard(3).toSpliced(5, 1) },
      'shard 3 of 4 is not what the suite writes (shard-3.log)',
    );
  });

  it('name one that was interrupted', async () => {
    const stopped = await logOf('answer-with-blanks', {
      ...EXAMPLES,
      shard: { index: 3, of: 4 },
      signal: AbortSignal.abort(),
    });
    await expectIncomplete({ ...named(shards), 'shard-3.log': stopped }, 'shard 3 of 4');
  });

  it('name one whose program could not be started, and why', async () => {
    const silent = shard(1)[0]?.replace(/"implementation":\{[^}]*\}/, '"implementation":null') ?? '';
    const { verdict, header } = await summaryOf({ ...named(shards), 'shard-1.log': [silent] });
    expect(verdict.exitCode).toBe(3);
    expect(verdict.reasons.join()).toContain('shard 1 of 4 has no end');
    expect(header?.implementation).not.toBeNull();
  });

  it('count what fails, although something is missing', async () => {
    const { verdict, causes } = await summaryOf(named(wrong.slice(0, 3)));
    expect(verdict.grade).toBe('incomplete');
    expect(causes.length).toBeGreaterThan(0);
  });

  it('are refused beside a log of a whole run, and several of these point to `compare`', async () => {
    const whole = await logOf('answer-with-blanks', EXAMPLES);
    expect(await refusalOf({ a: shard(1), w: whole })).toEqual([
      expect.stringContaining('w is of a whole run'),
    ]);
    expect(await refusalOf({ v: whole, w: whole })).toEqual([expect.stringContaining('`compare` shows')]);
  });
});

describe('a shard alone', () => {
  const options = { ...suiteSettings(EDITION, 0), shard: { index: 2, of: 4 } };

  function endOf(log: readonly string[]): FooterLine | undefined {
    return readEventLog(log.join('\n')).lines.find((line) => line.event === 'footer');
  }

  it('is no whole run, and exits with 0 if its part is right', async () => {
    const end = endOf(await logOf('answer-with-blanks', options));
    expect(end).toMatchObject({
      grade: 'incomplete',
      reasons: ['only all shards together have a grade'],
      exitCode: 0,
    });
  });

  it('exits with 1 at failures', async () => {
    const logs = await shardsOf(4, 'default-nodes', suiteSettings(EDITION, 100));
    for (const log of logs) expect(endOf(log)).toMatchObject({ grade: 'non-conformant', exitCode: 1 });
  });

  it('says the digest of the whole corpus', async () => {
    const whole = endOf(await logOf('answer-with-blanks', suiteSettings(EDITION, 0)));
    expect(endOf(await logOf('answer-with-blanks', options))?.corpus).toEqual(whole?.corpus);
  });

  it('may have no case', async () => {
    const few = { ...options, filter: { cases: ['nodes/default/accept-1/json'] } };
    const ends = (await shardsOf(4, 'answer-with-blanks', few)).map(endOf);
    for (const end of ends) expect(end?.reasons).not.toContain('no case was run');
  });
});

describe('a baseline beside shards', () => {
  function baseline(...entries: string[]) {
    const reading = readBaseline('known.yaml', entries.join('\n'));
    if (reading.kind === 'refused') throw new Error(reading.errors.join('\n'));
    return reading.baseline;
  }

  function entry(target: string, outcome = 'fail'): string {
    return `- ${target}\n  outcome: ${outcome}\n  reason: known`;
  }

  it.each([
    ['lists everything', [entry('requirement: nodes/default')], 0],
    [
      'has an entry that no longer fails',
      [entry('requirement: nodes/default'), entry('requirement: ports/range')],
      1,
    ],
    ['has an entry that matches nothing', [entry('requirement: nodes/default'), entry('case: no/such/*')], 1],
    ['lists too little', [entry('requirement: ports/range')], 1],
  ])('that %s is judged on the whole run, as without shards', async (_name, entries, exitCode) => {
    const options = { ...suiteSettings(EDITION, 100), baseline: baseline(...entries) };
    const one = await summaryOf({ whole: await logOf('default-nodes', options) });
    const shards = await shardsOf(4, 'default-nodes', options);
    const merged = await summaryOf(named(shards));
    expect(merged.footer?.baseline).toEqual(one.footer?.baseline);
    expect(merged.verdict).toEqual(one.verdict);
    expect(merged.verdict.exitCode).toBe(exitCode);
  });

  it('calls no entry stale while a shard is missing, nor in a shard alone', async () => {
    const entries = [entry('requirement: nodes/default'), entry('requirement: ports/range')];
    const options = { ...suiteSettings(EDITION, 100), baseline: baseline(...entries) };
    const shards = await shardsOf(4, 'default-nodes', options);
    const ends = shards.map((log) => JSON.parse(log.at(-1) ?? '') as FooterLine);
    for (const { exitCode, baseline: its } of ends) {
      expect(exitCode).toBe(0);
      expect(its?.stale).toEqual([]);
    }
    const merged = await summaryOf(named(shards.slice(1)));
    expect(merged.footer?.baseline?.stale).toEqual([]);
    expect(merged.verdict.exitCode).toBe(3);
  });

  it('must be the same for all of them', async () => {
    const options = suiteSettings(EDITION, 0);
    const shards = await shardsOf(2, 'default-nodes', options);
    const [, other = []] = await shardsOf(2, 'default-nodes', {
      ...options,
      baseline: baseline(entry('requirement: nodes/default')),
    });
    const { verdict } = await summaryOf(named([shards[0] ?? [], other]));
    expect(verdict.exitCode).toBe(3);
    expect(verdict.reasons.join()).toContain('shard 2 of 2 was held against another baseline');
  });
});
