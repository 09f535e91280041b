import { describe, expect, it } from 'vitest';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { caseAbout, crashOf, invalidCase, wrongValues } from '../testing/some-failure.ts';
import { Evidence } from './evidence.ts';
import { symptomsOf, type Symptom } from '../judge/symptom.ts';

const SUSPECTED: readonly RequirementId[] = ['ports/range', 'nodes/number', 'ports/mapping'];

function symptomOf(result: ReturnType<typeof crashOf>): Symptom {
  const [symptom] = symptomsOf(result);
  if (symptom === undefined) throw new Error('it is no failure');
  return symptom;
}

const CRASH = symptomOf(crashOf(caseAbout(SUSPECTED)));
const WRONG_PORT = symptomOf(wrongValues(caseAbout(SUSPECTED), ['/ports/0']));
const PORTS = '{"type":"task","ports":[80],"commands":["a"]}';

/** Returns evidence of accepted cases that rest on these requirements, each with its wrong values. */
function evidence(
  accepted: readonly (readonly RequirementId[])[],
  { wrong = [], text = PORTS }: { readonly wrong?: readonly Symptom[]; readonly text?: string } = {},
): Evidence {
  const all = new Evidence();
  for (let count = 0; count < 300; count += 1) {
    const requirements = accepted[count % accepted.length] ?? [];
    all.accept(caseAbout(requirements, text), wrong);
  }
  return all;
}

function narrowed(all: Evidence, symptom: Symptom, requirements = SUSPECTED): RequirementId[] {
  return [...all.narrow(symptom, new Set(requirements))];
}

describe('a cause', () => {
  it('is not narrowed down with too few cases', () => {
    const few = new Evidence();
    for (let count = 0; count < 299; count += 1) few.accept(caseAbout(['nodes/number']), []);
    expect([few.isEnough, few.count, narrowed(few, CRASH)]).toEqual([false, 299, SUSPECTED]);
    few.accept(caseAbout(['nodes/number']), []);
    expect([few.isEnough, narrowed(few, CRASH)]).toEqual([true, ['ports/range']]);
  });

  it('excludes requirements that went right by themselves', () => {
    expect(narrowed(evidence([['ports/range', 'nodes/number']]), CRASH)).toEqual(['ports/mapping']);
    expect(narrowed(evidence([['ports/range'], ['nodes/number']]), CRASH)).toEqual([
      'ports/range',
      'nodes/number',
    ]);
  });

  it('is a pair if each of the two went right without the other', () => {
    const all = evidence([
      ['ports/range', 'nodes/number'],
      ['ports/mapping', 'nodes/number'],
    ]);
    expect(narrowed(all, CRASH)).toEqual(['ports/range', 'ports/mapping']);
  });

  it('is never empty, even if every requirement went right once', () => {
    expect(narrowed(evidence([SUSPECTED]), CRASH)).toEqual(SUSPECTED);
    expect(narrowed(evidence([['ports/list']]), CRASH)).toHaveLength(1);
  });

  it('is empty for a failure without requirements', () => {
    expect(narrowed(evidence([['ports/list']]), CRASH, [])).toEqual([]);
  });
});

describe('a case', () => {
  it('is no evidence if it must be refused, whatever it rests on', () => {
    const all = new Evidence();
    for (let count = 0; count < 400; count += 1) all.accept(invalidCase(['ports/range', 'nodes/number']), []);
    expect(all.count).toBe(0);
  });

  it('with the same wrong value is no evidence that its requirements go right', () => {
    const suspected: readonly RequirementId[] = ['ports/number', 'ports/range'];
    const right = evidence([['ports/number']]);
    const wrong = evidence([['ports/number']], { wrong: [WRONG_PORT] });
    expect(narrowed(right, WRONG_PORT, suspected)).toEqual(['ports/range']);
    expect(narrowed(wrong, WRONG_PORT, suspected)).toEqual(['ports/number']);
    expect(narrowed(wrong, CRASH, suspected)).toEqual(['ports/range']);
  });

  it('is evidence about a value only if a single value at that place rests on all requirements', () => {
    const ids: readonly RequirementId[] = ['ports/number', 'ports/list'];
    const elsewhere = evidence([ids], { text: '{"type":"task","nodes":2,"commands":["a"]}' });
    const wrong = symptomOf(wrongValues(caseAbout([...ids, 'ports/range']), ['/ports/0']));
    expect(narrowed(elsewhere, wrong, [...ids, 'ports/range'])).toEqual(['ports/number']);
    const there = evidence([ids]);
    expect(narrowed(there, wrong, [...ids, 'ports/range'])).toEqual(['ports/range']);
  });

  it('is forgotten after thousands of later cases', () => {
    const all = evidence([['ports/range', 'nodes/number']]);
    for (let count = 0; count < 5000; count += 1) all.accept(caseAbout(['ports/list']), []);
    expect(narrowed(all, CRASH)).toEqual(['ports/range']);
    expect(all.count).toBe(5300);
  });
});
