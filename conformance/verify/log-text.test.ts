import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LogText, openLogText } from './log-text.ts';

const TEXT = 'é\n\n{"a":"ü"}\r\n\uFEFFx\nno end';

function inPieces(bytes: Buffer, size: number): LogText {
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
  return new LogText(() => pieces);
}

describe('LogText', () => {
  it('names what is wrong with each line', () => {
    expect([...LogText.of(Buffer.from(TEXT)).rows()]).toEqual([
      { number: 1, text: 'é', flaw: undefined },
      { number: 2, text: '', flaw: undefined },
      { number: 3, text: '{"a":"ü"}', flaw: 'ends in a carriage return' },
      { number: 4, text: 'x', flaw: 'begins with a byte-order mark' },
      { number: 5, text: 'no end', flaw: 'has no newline at its end' },
    ]);
  });

  it('reads the same lines from pieces of any size', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('é', '\n', '\r', '\0', '{', '"', '\uFEFF', 'a\n')),
        fc.integer({ min: 1, max: 9 }),
        (parts, size) => {
          const bytes = Buffer.from(parts.join(''));
          expect([...inPieces(bytes, size).rows()]).toEqual([...LogText.of(bytes).rows()]);
        },
      ),
    );
  });

  it.each(['utf16le', 'utf16be'] as const)('reads %s from pieces of any size', (encoding) => {
    const text = '{"event":"case","text":"é😀"}\n'.repeat(3);
    const bytes = Buffer.from(text, 'utf16le');
    if (encoding === 'utf16be') bytes.swap16();
    for (const size of [1, 3, 64, 1000]) {
      const log = inPieces(bytes, size);
      expect(log.encoding).toBe(encoding);
      expect([...log.rows()]).toEqual([...LogText.of(Buffer.from(text)).rows()]);
    }
  });

  it('reads a file as often as it is asked to', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'log-text-'));
    const path = join(folder, 'log');
    writeFileSync(path, 'a\n'.repeat(1_000_000));
    const log = await openLogText(path);
    for (let time = 0; time < 2; time += 1) {
      let last = 0;
      for (const { number } of log.rows()) last = number;
      expect(last).toBe(1_000_000);
    }
    rmSync(folder, { recursive: true });
  });
});
