import { describe, expect, it } from 'vitest';
import { captureCommands } from '../../testing/captured-output.ts';
import { run } from '../command-line.ts';

const printed = captureCommands();

function help(...words: string[]): Promise<number> {
  return run(['node', 'suite', 'help', ...words]);
}

describe('help', () => {
  it.each([
    [[], /^Usage: dstack-conformance \[options\]/],
    [['certify'], /^Usage: dstack-conformance certify /],
    [['golden', 'check'], /^Usage: dstack-conformance golden check /],
  ])('shows that of %j', async (words, usage) => {
    expect(await help(...words)).toBe(0);
    expect(printed.out).toMatch(usage);
  });

  it.each([
    [['certfy'], 'there is no command certfy; did you mean certify?; the commands are '],
    [['golden', 'chek'], 'there is no command chek; did you mean check?; the commands are '],
    [['certify', 'all'], 'there is no command all; certify has no commands'],
    [['xyzzy'], 'there is no command xyzzy; the commands are certify, fuzz, '],
  ])('of %j is an error, and says which command may be meant', async (words, why) => {
    expect(await help(...words)).toBe(2);
    expect(printed.err).toContain(why);
    expect(printed.out).toBe('');
  });
});
