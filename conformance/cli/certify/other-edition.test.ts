import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EDITIONS } from '../../editions/register.ts';
import { scriptedChild } from '../../testing/scripted.ts';
import { captureCommands } from '../../testing/captured-output.ts';
import { run } from '../command-line.ts';

const printed = captureCommands();
const folder = mkdtempSync(join(tmpdir(), 'other-edition-'));
const ANSWERS = `act = (id) => result(id, { rejected: [] });`;
const [FIRST, SECOND = FIRST] = EDITIONS;
const ANSWERS_FOR_SECOND = scriptedChild(`{ window: 64, spec: '${SECOND.id}' }`, ANSWERS);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Certifies a program without generated cases, and returns the edition in the header of its log. */
async function specOf(program: readonly string[], ...flags: string[]): Promise<unknown> {
  const log = join(folder, 'log.ndjson');
  const words = ['certify', '--cases', '0', '--corpus', join(folder, 'corpus'), '--log', log, ...flags];
  await run(['node', 'dstack-conformance', ...words, '--', ...program]);
  const [header = ''] = readFileSync(log, 'utf8').split('\n');
  return (JSON.parse(header) as { readonly spec: unknown }).spec;
}

describe('without --edition, a program is certified', () => {
  it('for the edition that it answers for', async () => {
    expect(await specOf(ANSWERS_FOR_SECOND)).toBe(SECOND.id);
    expect(printed.out).toContain(`${SECOND.id} · `);
    expect(printed.out).not.toContain('incomplete');
  });

  it('for the preferred one of several that the suite knows', async () => {
    const specs = `['toy-9/toy', '${SECOND.id}']`;
    expect(await specOf(scriptedChild(`{ window: 64, specs: ${specs} }`, ANSWERS))).toBe(SECOND.id);
  });

  it('for the first edition, if it answers for it too or names none', async () => {
    const both = `['${SECOND.id}', '${FIRST.id}']`;
    expect(await specOf(scriptedChild(`{ window: 64, specs: ${both} }`, ANSWERS))).toBe(FIRST.id);
    expect(await specOf(scriptedChild('{ window: 64 }', ANSWERS))).toBe(FIRST.id);
  });
});

describe('nothing is asked, and the report says why', () => {
  it.each([
    ['an edition was chosen', ANSWERS_FOR_SECOND, ['--edition', FIRST.id], SECOND.id],
    ['the suite knows none of them', scriptedChild(`{ spec: 'toy-9/toy' }`, ANSWERS), [], 'toy-9/toy'],
  ])('if %s', async (_name, program, flags, named) => {
    await run(['node', 'dstack-conformance', 'certify', '--cases', '0', ...flags, '--', ...program]);
    expect(printed.out + printed.err).toContain(named);
    expect(printed.out).not.toContain('requirements exercised');
  });
});
