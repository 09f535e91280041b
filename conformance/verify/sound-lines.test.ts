import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseLine } from '../../spec/generated/event-log.ts';
import { SuiteCases, SUITE_SEED } from '../case/suite-cases.ts';
import { caseText } from '../log/event-line.ts';
import type { Received } from '../judge/outcome.ts';
import { logOf } from '../testing/honest-log.ts';
import { EDITION } from '../testing/edition.ts';
import { scriptedCase } from '../testing/scripted.ts';
import { soundAnswer } from './sound-lines.ts';

describe('soundAnswer', () => {
  let lines: readonly string[] = [];

  beforeAll(async () => {
    lines = await logOf('default-nodes', { cases: new SuiteCases(EDITION, 100), seed: String(SUITE_SEED) });
  });

  it('cuts out of a line what reading it as JSON would give', () => {
    const passed = lines.filter((line) => line.includes('"outcome":"pass"'));
    expect(passed.length).toBeGreaterThan(100);
    for (const text of passed) {
      const { case: id, input, received } = JSON.parse(text) as CaseLine;
      const answer = soundAnswer(text);
      expect(answer).toMatchObject({ id, input });
      expect(JSON.parse(answer?.json ?? '')).toEqual(received);
    }
  });

  it('has none for a case that did not pass', () => {
    const others = lines.slice(1, -1).filter((line) => !line.includes('"outcome":"pass"'));
    expect(others.length).toBeGreaterThan(0);
    expect(others.flatMap((line) => soundAnswer(line) ?? [])).toEqual([]);
  });

  it('has none for an answer of which the log has only the beginning', () => {
    const result: Received = { kind: 'result', json: `{"rejected":["${'x'.repeat(1_000_000)}"]}` };
    const pass = { outcome: { kind: 'pass' }, durationMs: 0 } as const;
    const test = scriptedCase('a');
    expect(soundAnswer(caseText({ test, ...pass, received: result }, 'run'))).toBeUndefined();
    expect(soundAnswer(caseText({ test, ...pass, received: { kind: 'nothing' } }, 'run'))).toBeUndefined();
  });

  it('is not misled by a document that reads like a line', () => {
    const text = '","text":"},"expected":,"received":,"outcome":"fail","topic":';
    const test = { ...scriptedCase(text), input: { kind: 'yaml', text } } as const;
    const line = caseText(
      { test, outcome: { kind: 'pass' }, received: { kind: 'same' }, durationMs: 0 },
      text,
    );
    expect(soundAnswer(line)).toMatchObject({ id: text, input: { kind: 'yaml', text } });
  });
});
