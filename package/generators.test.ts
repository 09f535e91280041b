import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases, invalidTasks, tasks, yamlTexts, type EditionId } from './generators.ts';
import { interpretText } from './reference.ts';

describe('the entry `generators`', () => {
  it('gives valid documents with their meaning', () => {
    fc.assert(
      fc.property(tasks(), ({ yaml, normal }) => {
        expect(interpretText(yaml)).toEqual({ kind: 'accepted', normal });
      }),
    );
  });

  it('gives documents that break one requirement', () => {
    fc.assert(
      fc.property(invalidTasks(), ({ yaml, requirement, path }) => {
        const verdict = interpretText(yaml);
        expect(verdict.kind === 'rejected' && verdict.violations).toContainEqual(
          expect.objectContaining({ requirement, path }),
        );
      }),
    );
  });

  it('gives both, and the texts alone', () => {
    fc.assert(
      fc.property(cases({ topic: 'ports' }), yamlTexts(), ({ kind, yaml }, text) => {
        expect(interpretText(yaml).kind).toBe(kind);
        expect(interpretText(text).kind).toBe('accepted');
      }),
    );
    const kinds = fc.sample(cases(), 50).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['accepted', 'rejected']));
  });

  it('shrinks to the smallest document that still fails, with its meaning', () => {
    const details = fc.check(
      fc.property(tasks(), ({ normal }) => normal.nodes === 1),
      { seed: 1, numRuns: 1000 },
    );
    const [smallest] = details.counterexample ?? [];
    expect(smallest?.normal.nodes).toBeGreaterThan(1);
    const fields = (smallest?.yaml ?? '').split('\n').filter((line) => /^\S/.test(line));
    expect(fields.length).toBeLessThanOrEqual(4);
  });

  it('refuses editions and topics that there are not', () => {
    expect(() => tasks({ edition: '1.2.3' as EditionId })).toThrow(/^there is no edition 1\.2\.3/);
    expect(() => tasks({ topic: 'prots' })).toThrow(/^there is no topic prots; the topics are /);
  });
});
