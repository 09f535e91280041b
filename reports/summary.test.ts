import { describe, expect, it } from 'vitest';
import type { CaseLine, LogDifference } from '../spec/generated/event-log.ts';
import { summarize, Summarizer, total } from './summary.ts';
import { caseLine, footerLine, headerLine } from './testing/lines.ts';

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

  it('adds the same for a case that passed, with its line or without', () => {
    const [withLine, without] = [new Summarizer(), new Summarizer()];
    for (const summarizer of [withLine, without]) summarizer.add(headerLine());
    withLine.add(caseLine({ topic: 'ports' }));
    without.addPass('ports');
    expect(without.summary()).toEqual(withLine.summary());
    expect(total(without.summary().counts)).toBe(1);
  });

  it('puts failures that look alike together, documented ones first, and keeps the first few', () => {
    const fail: Partial<CaseLine> = { outcome: 'fail', level: 'observed', broken: ['ports/range'] };
    function differences(path: string): LogDifference[] {
      return [{ kind: 'wrong', path, expected: '1', received: '2', level: 'observed', requirements: [] }];
    }
    const { failures } = summarize([
      ...Array.from({ length: 10 }, (_, index) =>
        caseLine({ ...fail, case: `p/${index}`, differences: differences(`/ports/${index}`) }),
      ),
      caseLine({ ...fail, differences: differences('/nodes') }),
      caseLine({ outcome: 'crash', level: 'documented' }),
    ]);
    expect(failures.map(({ outcome, level, count, lines }) => [outcome, level, count, lines.length])).toEqual(
      [
        ['crash', 'documented', 1, 1],
        ['fail', 'observed', 10, 5],
        ['fail', 'observed', 1, 1],
      ],
    );
  });

  it('puts crashes that say the same together, with what the valid documents among them have in common', () => {
    const crash: Partial<CaseLine> = {
      outcome: 'crash',
      level: 'documented',
      message: 'exited with code 1',
      stderr: 'Traceback\nKeyError: line 7\n',
    };
    const { failures } = summarize([
      caseLine({ ...crash, expected: { rejected: [] }, requirements: ['nodes/number'] }),
      caseLine({ ...crash, requirements: ['ports/object', 'env/list'], stderr: 'KeyError: line 80' }),
      caseLine({ ...crash, requirements: ['type/task', 'ports/object'] }),
      caseLine({ ...crash, expected: { rejected: [] }, requirements: ['nodes/number'] }),
      caseLine({ ...crash, requirements: ['null/absent'] }),
      caseLine({ ...crash, stderr: 'MemoryError' }),
    ]);
    expect(failures.map(({ count, requirements }) => [count, requirements])).toEqual([
      [5, ['ports/object']],
      [1, ['nodes/default']],
    ]);
  });

  it('shows the shortest documents of a group', () => {
    const texts = ['333', '1', '55555', '22', '4444', '666666'];
    const { failures } = summarize(
      texts.map((text) => caseLine({ outcome: 'fail', level: 'observed', input: { kind: 'yaml', text } })),
    );
    const [group] = failures;
    expect(group?.count).toBe(6);
    expect(group?.lines.map(({ input }) => input.text)).toEqual(['1', '22', '333', '4444', '55555']);
  });

  it('keeps listed failures apart', () => {
    const listed = { reason: 'later', link: null };
    const summary = summarize([caseLine({ outcome: 'fail', level: 'documented', listed })]);
    expect([summary.failures.length, summary.listed.length]).toEqual([0, 1]);
  });

  it('has no footer for a run that was killed', () => {
    expect(summarize([headerLine(), caseLine({})]).footer).toBeUndefined();
    expect(summarize([headerLine(), footerLine({})]).footer?.grade).toBe('drop-in');
    expect(summarize([])).toMatchObject({ header: undefined, footer: undefined });
  });
});
