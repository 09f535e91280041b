import { Command } from 'commander';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EDITION } from '../../testing/edition.ts';
import { run } from '../command-line.ts';
import { EDITIONS, READABLE } from '../../editions/register.ts';
import { anyEditionOption, editionOption, readableEditionOption, type EditionFlag } from './edition-flag.ts';

const [RELEASE = ''] = EDITION.id.split('/');

afterEach(() => {
  vi.restoreAllMocks();
});

function flagsOf(option: ReturnType<typeof editionOption>, ...args: readonly string[]): Partial<EditionFlag> {
  return new Command('test').addOption(option).parse(args, { from: 'user' }).opts();
}

describe('the flag --edition', () => {
  it.each([EDITION.id, RELEASE, RELEASE.slice(RELEASE.indexOf('-') + 1)])('takes %s', (name) => {
    expect(flagsOf(editionOption(), '--edition', name).edition?.id).toBe(EDITION.id);
  });

  it('is the first edition where it is not given, but not for commands that read the edition', () => {
    expect(flagsOf(editionOption()).edition?.id).toBe(EDITION.id);
    expect(flagsOf(anyEditionOption('an edition')).edition).toBeUndefined();
  });

  it.each([
    ['certify'],
    ['fuzz'],
    ['replay', 'finds'],
    ['smoke', '--', 'program'],
    ['golden', 'check', 'folder'],
    ['golden', 'write', 'folder'],
    ['normalize'],
    ['explain'],
    ['spec'],
    ['generate'],
    ['corpus', 'prune'],
    ['adapter'],
  ])(
    'is refused by %s with exit code 2 for an unknown edition, and the known ones are named',
    async (...command) => {
      let err = '';
      vi.spyOn(process.stderr, 'write').mockImplementation((text) => (err += String(text)) !== '');
      const [name = '', ...rest] = command;
      const words = name === 'golden' || name === 'corpus' ? [name, rest.shift() ?? ''] : [name];
      expect(await run(['node', 'main.ts', ...words, '--edition', '9.9.9', ...rest])).toBe(2);
      expect(err).toMatch(/there is no edition 9\.9\.9; there (?:is|are) /);
      expect(err).toContain(EDITION.id);
    },
  );

  it.each(READABLE)('takes $id for reading', ({ id }) => {
    expect(flagsOf(readableEditionOption(), '--edition', id).edition?.id).toBe(id);
  });

  it('says of an edition without generators that its files can be read', () => {
    const [first] = EDITIONS;
    const option = anyEditionOption('', [first], READABLE);
    for (const { id } of READABLE.slice(1))
      expect(() => {
        option.parseArg?.(id, undefined);
      }).toThrow(`files of ${id} can be read, and no cases can be made for it yet.`);
    expect(READABLE.length).toBeGreaterThan(1);
  });
});
