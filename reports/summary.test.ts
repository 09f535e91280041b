import { describe, expect, it } from 'vitest';
import type { CaseLine, LogCause } from '../spec/generated/event-log.ts';
import { summarize, Summarizer, total } from './summary.ts';
import { caseLine, footerLine, headerLine } from './testing/lines.ts';

const CAUSE: LogCause = {
  id: '0123456789ab',
  kind: 'crash',
  path: '',
  level: 'documented',
  requirements: [],
  said: '',
};

describe('summarize', () => {
  it('counts by topic, in the order of the requirements', () => {
    const { topics, counts } = summarize([
      headerLine(),
      caseLine({ topic: 'ports' }),
      caseLine({ topic: 'run', outcome: 'crash', level: 'documented' }),
      caseLine({ topic: 'run' }),
    ]);
    expect([...topics].map(([topic, each]) => [topic, each.pass, each.crash])).toEqual([
      ['run', 1, 1],
      ['ports', 1, 0],
    ]);
    expect(total(counts)).toBe(3);
  });

  it('counts a passed case the same, with its line or without', () => {
    const [withLine, without] = [new Summarizer(), new Summarizer()];
    for (const summarizer of [withLine, without]) summarizer.add(headerLine());
    withLine.add(caseLine({ topic: 'ports', requirements: ['ports/range', 'ports/list'] }));
    without.addPass({ topic: 'ports', requirements: ['ports/range', 'ports/list'], isValid: true });
    expect(without.summary()).toEqual(withLine.summary());
    expect(total(without.summary().counts)).toBe(1);
  });

  it('groups failures by cause, documented ones first, and keeps the shortest cases', () => {
    function wrongAt(path: string): Partial<CaseLine> {
      const cause = { ...CAUSE, kind: 'wrong-value', path, requirements: ['ports/range'] };
      return { outcome: 'fail', level: 'observed', causes: [{ ...cause, level: 'observed' }] };
    }
    const { causes } = summarize([
      ...Array.from({ length: 10 }, (_, index) => caseLine({ ...wrongAt('/ports/*'), case: `p/${index}` })),
      caseLine(wrongAt('/ports')),
      caseLine({ outcome: 'crash', level: 'documented', causes: [{ ...CAUSE, kind: 'crash' }] }),
    ]);
    expect(
      causes.map(({ kind, level, count, places, samples }) => [kind, level, count, places, samples.length]),
    ).toEqual([
      ['crash', 'documented', 1, [], 1],
      ['wrong-value', 'observed', 11, ['/ports/*', '/ports'], 6],
    ]);
  });

  it('groups failures without a cause in the log by outcome and message', () => {
    const lines = [
      caseLine({ outcome: 'crash', level: 'documented', message: 'exited with code 1' }),
      caseLine({ outcome: 'protocol-error', fault: 'bad-json', level: 'documented', message: 'no JSON' }),
      caseLine({ outcome: 'fail', level: 'observed', broken: ['ports/range'] }),
    ];
    const { causes } = summarize(lines);
    expect(causes.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['crash', 'bad-json', 'fail']));
    expect(causes).toHaveLength(3);
  });

  it('keeps listed failures apart', () => {
    const listed = { reason: 'later', link: null };
    const summary = summarize([caseLine({ outcome: 'fail', level: 'documented', listed })]);
    expect([summary.causes.length, summary.listed.length]).toEqual([0, 1]);
  });

  it('has no footer for a run that was killed', () => {
    expect(summarize([headerLine(), caseLine({})]).footer).toBeUndefined();
    expect(summarize([headerLine(), footerLine({})]).footer?.grade).toBe('drop-in');
    expect(summarize([])).toMatchObject({ header: undefined, footer: undefined });
  });
});
