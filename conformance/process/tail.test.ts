import { describe, expect, it } from 'vitest';
import { Tail } from './tail.ts';

function tailOf(...texts: string[]): Tail {
  const tail = new Tail(10);
  for (const text of texts) tail.push(Buffer.from(text));
  return tail;
}

describe('Tail', () => {
  it('returns the bytes since a mark', () => {
    const tail = tailOf('one');
    const mark = tail.total;
    tail.push(Buffer.from('two'));
    expect([tail.since(0), tail.since(mark), tail.since(tail.total)]).toEqual(['onetwo', 'two', '']);
  });

  it('keeps the end of a stream that is too long, and marks the cut', () => {
    expect(tailOf('0123456789abcdef').since(0)).toBe('…6789abcdef');
    expect(tailOf(...Array.from('0123456789abcdef'.repeat(10))).since(0)).toBe('…6789abcdef');
  });
});
