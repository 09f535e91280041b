import { expect, test } from 'vitest';
import { askRelease } from './ask-release.ts';

/** Starts a program of one line instead of an adapter. It has the lines of its input in `lines`. */
function program(code: string): string[] {
  const reading = "const lines = require('fs').readFileSync(0, 'utf8').trim().split('\\n').map(JSON.parse);";
  return [process.execPath, '-e', `${reading} ${code}`];
}

test('answers are given in the order of the texts, however they come', async () => {
  const code = `for (const { id, params } of lines.reverse())
    console.log(JSON.stringify({ jsonrpc: '2.0', id, result: { accepted: { yaml: params.yaml } } }));`;
  expect(await askRelease(program(code), ['a', 'b'])).toEqual({
    kind: 'answered',
    answers: [
      { verdict: 'accepted', normal: { yaml: 'a' } },
      { verdict: 'accepted', normal: { yaml: 'b' } },
    ],
  });
});

test('a release that is not installed is told apart', async () => {
  const code = "console.error('run install'); process.exitCode = 69;";
  expect(await askRelease(program(code), ['a'])).toEqual({ kind: 'not-installed', message: 'run install' });
});

test('a text without an answer is an error, with what the adapter said', async () => {
  const asked = askRelease(program("console.error('out of memory')"), ['a']);
  await expect(asked).rejects.toThrow(/only 0 of 1 texts were answered\nout of memory/);
});
