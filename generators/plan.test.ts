import { describe, expect, test } from 'vitest';
import { GRAMMAR } from './editions/dstack-0.18.42/grammar.ts';
import { caseAt } from './generate.ts';
import { planOf, type CasePlan } from './plan.ts';
import { fociOf } from './grammar.ts';
import { SPEC } from '../spec/generated/editions/dstack-0.18.42/edition.ts';

const NAMES = SPEC.topics.map(({ topic }) => topic);

describe('a plan', () => {
  test.each(NAMES)('about %s breaks only requirements of that topic', (topic) => {
    const plan = planOf(GRAMMAR, { topic, kind: 'invalid' });
    for (let index = 0; index < 100; index += 1) {
      const { expected } = caseAt(plan, 1, index);
      if (expected.kind === 'rejected') expect(GRAMMAR.topics.get(expected.requirement)).toBe(topic);
    }
  });

  test('about ports has ports in each valid case', () => {
    const plan = planOf(GRAMMAR, { topic: 'ports', kind: 'valid' });
    for (let index = 0; index < 200; index += 1) {
      const { expected } = caseAt(plan, 2, index);
      expect(expected.kind === 'accepted' && expected.normal.ports.length > 0).toBe(true);
    }
  });

  test('with nothing to break gives valid cases', () => {
    const plan = planOf(GRAMMAR, { topic: 'no such topic', kind: 'invalid' });
    expect(plan.kind).toBe('valid');
    expect(caseAt(plan, 1, 0).expected.kind).toBe('accepted');
  });

  test('has as many valid cases as invalid ones, and breaks each requirement by its shares', () => {
    const plan = planOf(GRAMMAR);
    const broken = new Map<string, number>();
    let valid = 0;
    for (let index = 0; index < 20_000; index += 1) {
      const { expected } = caseAt(plan, 3, index);
      if (expected.kind === 'accepted') valid += 1;
      else broken.set(expected.requirement, (broken.get(expected.requirement) ?? 0) + 1);
    }
    expect(Math.abs(valid - 10_000)).toBeLessThan(400);
    const shares = sharesOf(plan);
    expect(new Set(broken.keys())).toEqual(new Set(shares.keys()));
    const share = (20_000 - valid) / plan.mutations.length;
    for (const [requirement, count] of broken) {
      const usual = share * (shares.get(requirement) ?? 0);
      expect([requirement, count > usual / 2, count < usual * 2]).toEqual([requirement, true, true]);
    }
  });

  test('breaks edited and widespread values more often than the entries of a short list', () => {
    const shares = sharesOf(planOf(GRAMMAR));
    expect(shares.get('retry/on_events-empty')).toBe(7);
    expect(shares.get('name/format')).toBe(10);
    expect(shares.get('null/refused')).toBe(14);
    expect(shares.get('duration/format')).toBe(16);
    expect(Math.max(...shares.values())).toBe(18);
  });

  test('without a topic has no focus', () => {
    expect(fociOf(GRAMMAR, undefined)).toEqual([[]]);
    expect(fociOf(GRAMMAR, 'gpu')).toEqual([['resources', 'gpu']]);
  });
});

/** Counts how often each requirement stands among the mutations that are drawn from. */
function sharesOf({ mutations }: CasePlan): Map<string, number> {
  const shares = new Map<string, number>();
  for (const [first] of mutations) {
    const requirement = first?.requirement ?? '';
    shares.set(requirement, (shares.get(requirement) ?? 0) + 1);
  }
  return shares;
}
