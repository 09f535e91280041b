import { describe, expect, it } from 'vitest';
import { schemaErrors } from '../../spec/schema-check.ts';
import { crash, RUN_KINDS, summaryOf, summaryOfLines } from '../testing/runs.ts';
import { jsonReport, renderJson } from './json.ts';

describe('a JSON report', () => {
  it.each(RUN_KINDS)('of %s is valid by its schema', (kind) => {
    const report: unknown = JSON.parse(renderJson(summaryOf(kind)));
    expect(schemaErrors('report', report)).toEqual([]);
  });

  it('is not valid with a value that the schema does not know', () => {
    const report = jsonReport(summaryOf('a run that passed'));
    expect(schemaErrors('report', { ...report, grade: 'excellent' })).not.toEqual([]);
    expect(schemaErrors('report', { ...report, more: 1 })).not.toEqual([]);
    expect(schemaErrors('report', { ...report, causes: [{}] })).not.toEqual([]);
    const samples = [{ event: 'case' }];
    const [cause] = jsonReport(summaryOf('a run that failed')).causes;
    expect(schemaErrors('report', { ...report, causes: [{ ...cause, samples }] })).not.toEqual([]);
  });

  it('has every requirement with its state, and why a grade must not be shown', () => {
    const { requirements, withheld, grade, exitCode } = jsonReport(summaryOf('an interrupted run'));
    expect(requirements.map(({ id, state }) => [id, state])).toEqual([
      ['nodes/default', 'failed'],
      ['ports/range', 'passed'],
    ]);
    expect({ withheld, grade, exitCode }).toEqual({
      withheld: 'interrupted',
      grade: 'incomplete',
      exitCode: 130,
    });
  });

  it('says what is wrong with the log', () => {
    const integrity = { count: 1, kept: ['line 3 is no event'] };
    const report = jsonReport(summaryOf('a run that passed', integrity));
    expect(report).toMatchObject({ integrity, withheld: 'unsound' });
    expect(schemaErrors('report', report)).toEqual([]);
  });

  it('is one line that is safe to print, and reads as what the program said', () => {
    const text = '\u001b[31m\u2028\ud800';
    const json = renderJson(summaryOfLines([crash({ stderr: text })]));
    expect(json.indexOf('\n')).toBe(json.length - 1);
    for (const char of ['\u001b', '\u2028', '\ud800']) expect(json).not.toContain(char);
    expect(JSON.parse(json)).toMatchObject({ causes: [{ samples: [{ stderr: text }] }] });
  });
});
