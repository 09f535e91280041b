import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { errorText } from './error-text.ts';

async function textOfReading(path: string): Promise<string> {
  return readFile(path).then(() => 'read', errorText);
}

it('says in words why a file can’t be read', async () => {
  expect(await textOfReading(join(tmpdir(), 'nowhere', 'file'))).toBe('there is no such file or folder');
  expect(await textOfReading(tmpdir())).toBe('it is a folder');
  expect(await textOfReading(join(import.meta.filename, 'below'))).toBe('it is below a file');
});

it.each([
  [new Error('m'), 'm'],
  [Object.assign(new Error('m'), { code: 'EUNKNOWN' }), 'm'],
  ['text', 'text'],
  [undefined, 'undefined'],
])('takes the text of anything else: %o', (thrown, text) => {
  expect(errorText(thrown)).toBe(text);
});
