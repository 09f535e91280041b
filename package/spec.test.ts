import { describe, expect, it } from 'vitest';
import { SPECS } from './editions/specs.ts';
import { EDITIONS, READABLE } from '../conformance/editions/register.ts';
import { GRAMMARS } from './editions/grammars.ts';
import { LANGUAGES } from './editions/languages.ts';
import { examplesOf, findRequirement, specOf } from './spec.ts';

describe('the entry `spec`', () => {
  it('finds requirements with their examples', () => {
    expect(findRequirement('ports/range')).toMatchObject({ id: 'ports/range', topic: 'ports' });
    expect(findRequirement('ports/rnage')).toBeUndefined();
    expect(examplesOf('ports/range').map(({ kind }) => kind)).toContain('rejected');
    expect(examplesOf('ports/rnage')).toEqual([]);
  });

  it('holds every edition', () => {
    expect(Object.keys(SPECS).map((id) => specOf(id as keyof typeof SPECS).id)).toEqual(Object.keys(SPECS));
  });
});

it('the package has the editions of the command line', () => {
  const readable = READABLE.map(({ id }) => id);
  expect(Object.keys(SPECS)).toEqual(readable);
  expect(Object.keys(LANGUAGES)).toEqual(readable);
  expect(Object.keys(GRAMMARS)).toEqual(EDITIONS.map(({ id }) => id));
});
