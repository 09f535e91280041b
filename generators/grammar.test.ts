import { describe, expect, test } from 'vitest';
import { PYDANTIC_1 } from '../reference/coercion/pydantic-1/pydantic-1.ts';
import { interpretText } from '../reference/interpret-text.ts';
import { toyLanguage } from '../reference/testing/toy-language.ts';
import { generateCases, simplerCases } from './generate.ts';
import { fociOf } from './grammar.ts';
import { planOf } from './plan.ts';
import { TOY_GRAMMAR } from './testing/toy-grammar.ts';

const TOY = toyLanguage(PYDANTIC_1);

describe('a grammar of two fields', () => {
  test('makes texts that mean what it says', () => {
    const seen = new Set<string>();
    for (const { yaml, json, expected } of generateCases(TOY_GRAMMAR, { seed: 1, count: 1_000 })) {
      const texts = [['yaml', yaml] as const, ...(json === undefined ? [] : [['json', json] as const])];
      for (const [kind, text] of texts) {
        const verdict = interpretText(TOY, kind, text);
        if (expected.kind === 'accepted') expect(verdict).toEqual(expected);
        else
          expect(verdict.kind === 'rejected' && verdict.violations).toContainEqual(
            expect.objectContaining({ requirement: expected.requirement, path: expected.path }),
          );
      }
      seen.add(expected.kind === 'accepted' ? 'accepted' : expected.requirement);
    }
    expect([...seen].sort()).toEqual(['accepted', 'document/mapping', 'nodes/positive']);
  });

  test('has topics, levels and foci of its own', () => {
    const documented = planOf(TOY_GRAMMAR, { kind: 'invalid', scope: 'documented' });
    const requirements = new Set(documented.mutations.flat().map(({ requirement }) => requirement));
    expect([...requirements]).toEqual(['nodes/positive']);
    expect(planOf(TOY_GRAMMAR, { kind: 'invalid', topic: 'gpu' }).kind).toBe('valid');
    expect(fociOf(TOY_GRAMMAR, 'run')).toEqual([['nodes']]);
    for (const { json } of generateCases(TOY_GRAMMAR, {
      seed: 2,
      count: 100,
      kind: 'valid',
      topic: 'run',
      inputs: 'json',
    }))
      expect(json).toContain('"nodes":');
  });

  test('makes simpler cases of a case, with its own right answers', () => {
    const [first] = generateCases(TOY_GRAMMAR, { seed: 3, count: 1, kind: 'valid', topic: 'run' });
    if (first === undefined) throw new Error('an empty batch');
    const simpler = [...simplerCases(first)];
    expect(simpler.length).toBeGreaterThan(0);
    for (const { yaml, expected } of simpler) expect(interpretText(TOY, 'yaml', yaml)).toEqual(expected);
  });
});
