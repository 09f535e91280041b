import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Violation } from '../../../reference/document/violation.ts';
import { NO_COLORS } from '../../../reports/colors.ts';
import { columnsOf } from '../../../reports/columns.ts';
import { colorsFor, renderCaret, renderViolations } from './excerpt.ts';
import { EDITION } from '../../testing/edition.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

function violation(changes: Partial<Violation> = {}): Violation {
  return { requirement: 'ports/range', path: '/ports/0', message: 'm', ...changes };
}

function render(text: string, line: number, column: number): string[] {
  return renderViolations('a.yml', text, [violation({ line, column })], EDITION.spec.levels, NO_COLORS).split(
    '\n',
  );
}

describe('a violation', () => {
  it('puts the caret below a value behind wide characters', () => {
    expect(renderCaret('名前: 値', 1, 5, NO_COLORS)).toBe('1 | 名前: 値\n          ^');
  });

  it('is shown with its place, its line, and a caret below the column', () => {
    expect(render('type: task\nports: [0]\n', 2, 9)).toEqual([
      'a.yml:2:9: ports/range: m (at /ports/0) [observed]',
      '2 | ports: [0]',
      '            ^',
    ]);
  });

  it('is shown without an excerpt if it has no place in the text', () => {
    expect(renderViolations('a.yml', 'x', [violation({ path: '' })], EDITION.spec.levels, NO_COLORS)).toBe(
      'a.yml: ports/range: m [observed]',
    );
  });

  it('is shown without an excerpt if its place is beyond the text', () => {
    expect(render('x', 9, 1)).toHaveLength(1);
  });

  it.each(['\n', '\r\n', '\r'])('counts lines that end in %j', (end) => {
    expect(render(`a${end}b${end}c`, 3, 1)[1]).toBe('3 | c');
  });

  it('has its caret below the character, whatever text is before it', () => {
    const before = fc
      .string({ unit: 'grapheme', maxLength: 300 })
      .map((text) => text.replace(/[\n\r]/g, '\t'));
    fc.assert(
      fc.property(before, fc.nat(300), (start, length) => {
        const source = `${start}§${'x'.repeat(length)}`;
        const [, excerpt = '', caret = ''] = render(source, 1, start.length + 1);
        const found = excerpt.indexOf('§');
        expect(found).toBeGreaterThanOrEqual(0);
        if (!start.includes('§')) expect(caret.indexOf('^')).toBe(columnsOf(excerpt.slice(0, found)));
      }),
    );
  });

  it('is shown with a part of a long line, and with control characters escaped', () => {
    const text = `${'x'.repeat(10_000)}\u001b[2J${'y'.repeat(10_000)}`;
    const [, excerpt = ''] = render(text, 1, 10_001);
    expect(excerpt.length).toBeLessThan(150);
    expect(excerpt).toContain(String.raw`x\u001b[2Jy`);
  });

  it('is shown with control characters escaped in its name, message and path', () => {
    const hostile = '\u001b[2J';
    const each = violation({ message: hostile, path: `/${hostile}` });
    expect(renderViolations(hostile, '', [each], EDITION.spec.levels, NO_COLORS)).not.toContain('\u001b');
  });
});

describe('colours', () => {
  it.each([
    ['', '', true, true],
    ['', '', false, false],
    ['1', '', true, false],
    ['', '1', false, true],
    ['', '0', false, false],
    ['1', '1', true, false],
  ])('NO_COLOR=%s FORCE_COLOR=%s on a terminal (%s): %s', (no, force, isTTY, isColored) => {
    vi.stubEnv('TERM', 'xterm');
    vi.stubEnv('NO_COLOR', no);
    vi.stubEnv('FORCE_COLOR', force === '' ? undefined : force);
    expect(colorsFor({ isTTY }).isColorSupported).toBe(isColored);
  });

  it.each([
    ['', false],
    ['1', true],
  ])('on a dumb terminal with FORCE_COLOR=%s: %s', (force, isColored) => {
    vi.stubEnv('TERM', 'dumb');
    vi.stubEnv('NO_COLOR', '');
    vi.stubEnv('FORCE_COLOR', force === '' ? undefined : force);
    expect(colorsFor({ isTTY: true }).isColorSupported).toBe(isColored);
  });
});
