import { afterAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../reports/summary.ts';
import type { CaseLine, FooterLine } from '../../spec/generated/event-log.ts';
import { SuiteCases } from '../case/suite-cases.ts';
import type { CertifySettings } from '../certify/certify-options.ts';
import { readEventLog } from '../log/event-log.ts';
import { EDITION } from '../testing/edition.ts';
import { logOf } from '../testing/honest-log.ts';
import { LogFolder, shardsOf } from '../testing/sharded-logs.ts';
import { readLogs } from './read-logs.ts';

const folder = new LogFolder();

afterAll(() => {
  folder.remove();
});

const SOME: Partial<CertifySettings> = {
  cases: new SuiteCases(EDITION, 300),
  corpusOf: (edition) => new SuiteCases(edition, 300),
};

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
    ['a program that is wrong in many ways', 'reject-nothing', {}],
    ['a program that declares some fields', 'answer-with-blanks', { fields: ['nodes', 'ports', 'env'] }],
    ['a wrong program that declares some fields', 'default-nodes', { fields: ['nodes', 'ports', 'env'] }],
    ['a program that must be a drop-in', 'default-nodes', { require: 'drop-in' } as const],
    ['cases about one topic', 'default-nodes', { filter: { topics: ['ports', 'nodes'] } }],
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

/** Of documents that are equally short, the ones that came first are shown. */
function withoutSamples({ samples, ...cause }: Summary['causes'][number]) {
  return { ...cause, samples: samples.map(({ input }) => input.text.length) };
}
