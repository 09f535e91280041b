import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLine, LineSplitter } from './framing.ts';

function split(chunks: readonly Buffer[], limit = 1000): { lines: string[]; rest: string; isFull: boolean } {
  const lines: string[] = [];
  const splitter = new LineSplitter(limit, (line) => lines.push(line));
  for (const chunk of chunks) splitter.push(chunk);
  return { lines, rest: splitter.rest(), isFull: splitter.isFull };
}

describe('LineSplitter', () => {
  it('finds the same lines wherever the stream is cut', () => {
    fc.assert(
      fc.property(
        fc
          .uint8Array({ maxLength: 200 })
          .map((bytes) => Buffer.from(bytes.map((byte) => (byte < 40 ? 10 : byte)))),
        fc.array(fc.nat(200), { maxLength: 10 }),
        (bytes, cuts) => {
          const places = [
            0,
            ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b),
            bytes.length,
          ];
          const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
          const expected = bytes.toString('latin1').split('\n');
          const rest = expected.pop();
          expect(split(chunks)).toEqual({ lines: expected, rest, isFull: false });
        },
      ),
    );
  });

  it('keeps the text that has no newline yet', () => {
    expect(split([Buffer.from('one\ntw'), Buffer.from('o')])).toEqual({
      lines: ['one'],
      rest: 'two',
      isFull: false,
    });
  });

  it('takes a line as long as the limit and none longer', () => {
    expect(split([Buffer.from('12345\n')], 5)).toMatchObject({ lines: ['12345'], isFull: false });
    expect(split([Buffer.from('123'), Buffer.from('45\n')], 5)).toMatchObject({
      lines: ['12345'],
      isFull: false,
    });
    expect(split([Buffer.from('123456\n')], 5)).toMatchObject({ lines: [], isFull: true });
    expect(split([Buffer.from('123'), Buffer.from('456\nnext\n')], 5)).toMatchObject({
      lines: [],
      isFull: true,
    });
    expect(split([Buffer.from('123'), Buffer.from('456')], 5)).toMatchObject({ lines: [], isFull: true });
  });

  it('needs linear time for a line in many pieces', () => {
    const piece = Buffer.alloc(100, 'x');
    const start = performance.now();
    const { rest } = split(
      Array.from({ length: 100_000 }, () => piece),
      1e9,
    );
    expect(rest).toHaveLength(10_000_000);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('decodeLine', () => {
  function bytes(text: string): string {
    return Buffer.from(text, 'utf8').toString('latin1');
  }

  it('returns any text unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.startsWith('\uFEFF'));
        expect(decodeLine(bytes(text))).toEqual({ kind: 'text', text, hasMark: false });
      }),
    );
  });

  it('notices a byte-order mark and invalid bytes', () => {
    expect(decodeLine(bytes('\uFEFF{}'))).toEqual({ kind: 'text', text: '{}', hasMark: true });
    expect(decodeLine('{"\xff"}')).toMatchObject({ kind: 'invalid', offset: 2 });
    expect(decodeLine('é')).toMatchObject({ kind: 'invalid', offset: 0 });
    expect(decodeLine('\xed\xa0\x80')).toMatchObject({ kind: 'invalid' });
  });
});
