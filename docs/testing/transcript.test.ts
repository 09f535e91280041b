import { describe, expect, it } from 'vitest';
import { isAsShown, stepsIn } from './transcript.ts';

const PAGE = `# A page

\`\`\`console
$ first
one
two
$ second | third
\`\`\`

\`\`\`sh
not run
\`\`\`

\`\`\`diff
--- a/x
+++ b/x
\`\`\`
`;

describe('the steps of a page', () => {
  it('are its commands, with what they print, and its changes', () => {
    expect(stepsIn(PAGE)).toEqual([
      { kind: 'command', line: 3, command: 'first', expected: 'one\ntwo' },
      { kind: 'command', line: 3, command: 'second | third', expected: '' },
      { kind: 'change', line: 14, diff: '--- a/x\n+++ b/x\n' },
    ]);
  });
});

describe('what a page shows', () => {
  it.each([
    ['a\nb', 'a\nb\n', true],
    ['a\nb', 'a\nc\n', false],
    ['a', 'a\nb\n', false],
    ['…\nb', 'a\na\nb', true],
    ['…\nb', 'b', true],
    ['…\nb', 'a\nb\nc', false],
    ['a … cases', 'a 12 cases', true],
    ['a … cases', 'a 12\ncases', false],
    ['  …\nb', 'a\nb', true],
    ['a.c', 'abc', false],
    ['', '', true],
  ])('%j is shown of %j: %s', (expected, text, isShown) => {
    expect(isAsShown(expected, text)).toBe(isShown);
  });
});
