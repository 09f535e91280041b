import { Command } from 'commander';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { takesColorFlags, wantsColors } from './color-choice.ts';

afterEach(async () => {
  vi.unstubAllEnvs();
  await parse();
});

/** Lets a command take flags, as every command does. */
async function parse(...flags: string[]): Promise<void> {
  const program = new Command();
  takesColorFlags(program);
  program.command('report').action(() => undefined);
  await program.parseAsync(['report', ...flags], { from: 'user' });
}

const [SCREEN, PIPE] = [true, false];

describe('colours', () => {
  it.each([
    ['', undefined, SCREEN, true],
    ['', undefined, PIPE, false],
    ['1', undefined, SCREEN, false],
    ['1', '1', PIPE, false],
    ['', '1', PIPE, true],
    ['', '', PIPE, true],
    ['', '0', SCREEN, false],
  ])('with NO_COLOR=%j, FORCE_COLOR=%j and a screen %j: %j', (no, force, isScreen, wanted) => {
    vi.stubEnv('NO_COLOR', no);
    vi.stubEnv('FORCE_COLOR', force);
    expect(wantsColors(isScreen)).toBe(wanted);
  });

  it('are decided by the flags, whatever the environment says', async () => {
    vi.stubEnv('NO_COLOR', '1');
    await parse('--color');
    expect(wantsColors(PIPE)).toBe(true);
    vi.stubEnv('NO_COLOR', '');
    vi.stubEnv('FORCE_COLOR', '1');
    await parse('--no-color');
    expect(wantsColors(SCREEN)).toBe(false);
  });

  it('are no longer decided by the flags of an earlier command', async () => {
    vi.stubEnv('NO_COLOR', '');
    vi.stubEnv('FORCE_COLOR', undefined);
    await parse('--color');
    await parse();
    expect(wantsColors(PIPE)).toBe(false);
  });
});
