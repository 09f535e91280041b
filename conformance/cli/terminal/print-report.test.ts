import { describe, expect, it } from 'vitest';
import { printReport, wrapped } from './print-report.ts';

function printedOn(output: { isTTY?: boolean; columns?: number }, text: string): string {
  let printed = '';
  printReport(text, { ...output, write: (part) => (printed += part) });
  return printed;
}

const LONG = 'one two three four five six seven eight nine ten eleven';

describe('a report', () => {
  it.each([
    ['a pipe', {}],
    ['a pipe of a known width', { columns: 40 }],
    ['a very narrow terminal', { isTTY: true, columns: 39 }],
    ['a wide terminal', { isTTY: true, columns: 100 }],
  ])('stays as it is on %s', (_, output) => {
    expect(printedOn(output, `${LONG}\n`)).toBe(`${LONG}\n`);
  });

  it('is broken between words on a terminal', () => {
    expect(printedOn({ isTTY: true, columns: 40 }, `${LONG}\nshort\n`)).toBe(
      'one two three four five six seven\n  eight nine ten eleven\nshort\n',
    );
  });
});

describe('a broken line', () => {
  it('keeps its indent, and hangs', () => {
    expect(wrapped(`    ${LONG}`, 40)).toBe(
      '    one two three four five six seven\n      eight nine ten eleven',
    );
  });

  it('fills the terminal exactly', () => {
    expect(wrapped('aaaaaaaaa bbbbbbbbbb', 20)).toBe('aaaaaaaaa bbbbbbbbbb');
    expect(wrapped('aaaaaaaaaa bbbbbbbbbb', 20)).toBe('aaaaaaaaaa\n  bbbbbbbbbb');
  });

  it('has wide characters, which take two columns', () => {
    expect(wrapped('日本語日本語 日本語日本語', 20)).toBe('日本語日本語\n  日本語日本語');
    expect(wrapped('abcdef abcdef', 20)).toBe('abcdef abcdef');
  });

  it('may hold colours, which take none and end with the line', () => {
    const broken = wrapped('\u001b[31maaaaaaaaaa bbbbbbbbbb\u001b[39m', 20);
    expect(broken).toBe('\u001b[31maaaaaaaaaa\u001b[39m\n  \u001b[31mbbbbbbbbbb\u001b[39m');
  });

  it('is never a command line, so that it can be copied', () => {
    const line = `   replay    dstack-conformance certify --case ${'x'.repeat(40)} -- program and words`;
    expect(wrapped(line, 40)).toBe(line);
  });

  it('keeps a word whole that is too long', () => {
    expect(wrapped(`see ${'x'.repeat(30)} there`, 20)).toBe(`see\n  ${'x'.repeat(30)}\n  there`);
  });
});
