import { describe, expect, it } from 'vitest';
import type { Difference } from '../judge/outcome.ts';
import { meaningOf } from './meaning.ts';

const NORMAL = { nodes: 1, ports: ['1', '2', '3'], resources: { gpu: null, cpu: '2..' } };

function difference(path: string, received?: string): Difference {
  return { kind: 'wrong', path, expected: undefined, received, level: 'documented', requirements: [] };
}

describe('the meaning of an answer', () => {
  it('is the normal form where nothing differs', () => {
    expect(meaningOf(NORMAL, [])).toEqual(NORMAL);
  });

  it.each([
    ['another value', difference('/nodes', '2'), { ...NORMAL, nodes: 2 }],
    ['a surplus key', difference('/a~1b', '"x"'), { ...NORMAL, 'a/b': 'x' }],
    ['a value that was too long', difference('/nodes', '"aa…'), { ...NORMAL, nodes: '"aa…' }],
    ['another whole', difference('', '[]'), []],
    ['a missing key', difference('/resources/cpu'), { ...NORMAL, resources: { gpu: null } }],
  ])('has %s', (_, each, meaning) => {
    expect(meaningOf(NORMAL, [each])).toEqual(meaning);
  });

  it('lacks all items of a list that are missing', () => {
    const meaning = meaningOf(NORMAL, [difference('/ports/0'), difference('/ports/1')]);
    expect(meaning).toEqual({ ...NORMAL, ports: ['3'] });
  });

  it('leaves the normal form as it is', () => {
    const normal = structuredClone(NORMAL);
    meaningOf(normal, [difference('/ports/0'), difference('/resources/cpu', '1')]);
    expect(normal).toEqual(NORMAL);
  });
});
