import { describe, expect, it } from 'vitest';
import { scriptedCase } from '../testing/scripted.ts';
import { caseDigest, contentDigest, onOneLine, type TestCase } from './case.ts';
import { corpusDigest } from './corpus-digest.ts';
import { suiteCases } from './suite-cases.ts';
import { EDITION } from '../testing/edition.ts';

function asking(text: string, normal: string): TestCase {
  return { ...scriptedCase('a'), input: { kind: 'json', text }, expected: { kind: 'accepted', normal } };
}

describe('contentDigest', () => {
  it('differs if the input or the expectation differs, and for nothing else', () => {
    const cases = [
      asking('{}', '1'),
      asking('{} ', '1'),
      asking('{}', '11'),
      asking('{} accepted 1', '1'),
      { ...asking('{}', '1'), input: { kind: 'yaml', text: '{}' } } as const,
      { ...asking('{}', '1'), expected: { kind: 'rejected', violations: [] } } as const,
    ];
    expect(new Set(cases.map(contentDigest)).size).toBe(cases.length);
    const renamed: TestCase = { ...asking('{}', '1'), id: 'b', requirements: [] };
    expect(contentDigest(renamed)).toBe(contentDigest(asking('{}', '1')));
  });

  it('begins with the digits that name a case', () => {
    expect(contentDigest(asking('{}', '1'))).toMatch(new RegExp(`^${caseDigest(asking('{}', '1'))}`));
  });
});

describe('corpusDigest', () => {
  it('depends on every case and on their order, but not on whether digests are already known', () => {
    const [one, other] = [asking('1', '1'), asking('2', '1')];
    const digest = corpusDigest([one, other]);
    expect(corpusDigest([other, one])).not.toBe(digest);
    expect(corpusDigest([one])).not.toBe(digest);
    expect(corpusDigest([{ ...one, digest: contentDigest(one) }, other])).toBe(digest);
  });

  it('is the same as the digest that generated cases remember', () => {
    const generated = suiteCases(EDITION, 50).filter(({ digest }) => digest !== undefined);
    expect(generated.length).toBeGreaterThanOrEqual(50);
    expect(generated.map(({ digest }) => digest)).toEqual(generated.map(contentDigest));
  });
});

describe('onOneLine', () => {
  it('leaves no line break in JSON', () => {
    expect(onOneLine('{\r\n  "a": 1\n}\n')).toBe('{   "a": 1 }');
  });
});
