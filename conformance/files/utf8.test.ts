import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8, firstNotUtf8, readUtf8 } from './utf8.ts';

function faultOf(latin1: string): unknown {
  const decoded = decodeUtf8(Buffer.from(latin1, 'latin1'));
  if (decoded.kind === 'text') return 'text';
  const { line, column, message } = decoded.fault;
  return [line, column, message];
}

describe('bytes that are not UTF-8', () => {
  it.each<[string, string, unknown]>([
    ['Latin-1', 'name: caf\xe9', [1, 10, 'byte 9 (0xe9) is not UTF-8']],
    ['Latin-1 before text', 'a: 1\nb: \xe9t\xe9', [2, 4, 'byte 8 (0xe9) is not UTF-8']],
    ['an overlong slash', 'a\xc0\xaf', [1, 2, 'byte 1 (0xc0) is not UTF-8']],
    ['an overlong NUL of three bytes', '\xe0\x80\x80', [1, 1, 'byte 0 (0xe0) is not UTF-8']],
    ['a surrogate', 'x: \xed\xa0\x80', [1, 4, 'byte 3 (0xed) is not UTF-8']],
    ['a surrogate pair', '\xed\xa0\xbd\xed\xb8\x80', [1, 1, 'byte 0 (0xed) is not UTF-8']],
    ['a character beyond Unicode', '\xf4\x90\x80\x80', [1, 1, 'byte 0 (0xf4) is not UTF-8']],
    ['a byte that never stands in UTF-8', 'a\n\n\xff', [3, 1, 'byte 3 (0xff) is not UTF-8']],
    ['a lone continuation', '\x80', [1, 1, 'byte 0 (0x80) is not UTF-8']],
    ['a sequence cut at the end', '\xc3\xa9\xe2\x82', [1, 2, 'byte 2 (0xe2) is not UTF-8']],
    ['a sequence cut by a line break', '\xf0\x9f\x98\n', [1, 1, 'byte 0 (0xf0) is not UTF-8']],
    ['a sequence cut after 0xef 0xbf', 'a\xef\xbf', [1, 2, 'byte 1 (0xef) is not UTF-8']],
    ['UTF-16 with a mark', '\xff\xfea\0', [1, 1, 'byte 0 (0xff) is not UTF-8']],
    [
      'a byte behind characters of several bytes',
      '\xc3\xa9\xf0\x9f\x98\x80\xe9',
      [1, 4, 'byte 6 (0xe9) is not UTF-8'],
    ],
    ['a byte behind a byte-order mark', '\xef\xbb\xbfa\xe9', [1, 2, 'byte 4 (0xe9) is not UTF-8']],
    ['a byte behind all kinds of line breaks', 'a\r\nb\rc\n\xe9', [4, 1, 'byte 7 (0xe9) is not UTF-8']],
  ])('%s: %j', (_, bytes, fault) => {
    expect(faultOf(bytes)).toEqual(fault);
  });

  it('are shown with replacement characters', () => {
    const decoded = decodeUtf8(Buffer.from('\xef\xbb\xbfa\xe9b', 'latin1'));
    expect(decoded.kind === 'not-utf8' ? decoded.fault.shown : '').toBe('a\ufffdb');
  });
});

it('any text is decoded as it is, with its byte-order mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (text, hasMark) => {
      const marked = hasMark ? `\ufeff${text}` : text;
      const bytes = Buffer.from(marked);
      expect(decodeUtf8(bytes)).toEqual({ kind: 'text', text: marked });
      expect(firstNotUtf8(bytes)).toBe(bytes.length);
    }),
  );
});

it('the bytes before the first faulty one are always UTF-8, and those from it on never are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (array) => {
      const bytes = Buffer.from(array);
      const decoded = decodeUtf8(bytes);
      const offset = firstNotUtf8(bytes);
      expect(decoded.kind === 'text').toBe(offset === bytes.length);
      expect(decodeUtf8(bytes.subarray(0, offset)).kind).toBe('text');
      if (offset < bytes.length) expect(decodeUtf8(bytes.subarray(offset)).kind).toBe('not-utf8');
    }),
  );
});

it('reading a file that is not UTF-8 fails with the place', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'utf8-'));
  try {
    const file = join(folder, 'a.yml');
    await writeFile(file, Buffer.from('a: 1\nb: \xe9', 'latin1'));
    await expect(readUtf8(file)).rejects.toThrow('line 2, column 4: byte 8 (0xe9) is not UTF-8');
    await writeFile(file, '\ufeffé');
    expect(await readUtf8(file)).toBe('\ufeffé');
    await expect(readUtf8(join(folder, 'b.yml'))).rejects.toThrow('ENOENT');
  } finally {
    await rm(folder, { recursive: true });
  }
});
