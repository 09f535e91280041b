import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TestCase } from '../case/case.ts';
import { certifyProgramKeeping } from '../testing/kept-results.ts';
import { findMarked } from '../process/process-group.ts';
import { NORMAL } from '../testing/scripted.ts';
import { EDITION } from '../testing/edition.ts';

const VALID: TestCase = {
  id: 'valid',
  edition: EDITION,
  input: { kind: 'yaml', text: 'type: task\ncommands: [echo]\n' },
  expected: { kind: 'accepted', normal: NORMAL },
  requirements: ['commands/list'],
};
const INVALID: TestCase = {
  id: 'invalid',
  edition: EDITION,
  input: { kind: 'yaml', text: 'type: tusk\n' },
  expected: { kind: 'rejected', violations: [{ requirement: 'type/task', path: '/type' }] },
  requirements: ['type/task'],
};

async function outcomes(script: string, cases: readonly TestCase[] = [VALID, INVALID], timeoutMs = 5000) {
  const { results, run, footer } = await certifyProgramKeeping({
    edition: EDITION,
    command: ['sh', '-c', script],
    cases,
    plain: 'yaml',
    timeoutMs,
    startupTimeoutMs: timeoutMs,
    maxMessageBytes: 10_000,
    requirements: ['commands/list', 'type/task'],
  });
  expect(findMarked(run)).toEqual([]);
  const byName = Object.fromEntries(
    results.map(({ test, outcome }) => [
      test.id,
      outcome.kind === 'protocol-error' ? outcome.fault.kind : outcome.kind,
    ]),
  );
  return { ...byName, grade: footer.grade, notes: footer.notes.length };
}

const JUDGE = 'text=$(cat); case "$text" in *task*) ;; *) exit 1 ;; esac';

describe('plain mode', () => {
  it.each([
    [
      'the normal form as JSON',
      `${JUDGE}; echo '${NORMAL}'`,
      { valid: 'pass', invalid: 'pass', grade: 'drop-in' },
    ],
    [
      'the normal form with a byte-order mark',
      `${JUDGE}; printf '\\357\\273\\277'; echo '${NORMAL}'`,
      { valid: 'byte-order-mark', invalid: 'pass' },
    ],
    [
      'a key twice, which is noted',
      `${JUDGE}; echo '${NORMAL.replace('{', '{"type":"task",')}'`,
      { valid: 'pass', invalid: 'pass', notes: 1 },
    ],
    [
      'the document itself, which says no default',
      `${JUDGE}; echo "$text"`,
      { valid: 'fail', invalid: 'pass' },
    ],
    [
      'a noisy standard error',
      `${JUDGE}; echo warning >&2; echo '${NORMAL}'`,
      { valid: 'pass', invalid: 'pass' },
    ],
    ['always accepting', `cat`, { valid: 'fail', invalid: 'fail', grade: 'non-conformant' }],
    ['always rejecting', `exit 1`, { valid: 'fail', invalid: 'pass' }],
    ['exit 2', `exit 2`, { valid: 'crash', invalid: 'crash' }],
    ['a signal', `kill -SEGV $$`, { valid: 'crash', invalid: 'crash' }],
    ['nothing, and exit 0', `cat > /dev/null`, { valid: 'unreadable-output', invalid: 'unreadable-output' }],
    ['an error text, and exit 0', `echo error`, { valid: 'unreadable-output', invalid: 'unreadable-output' }],
    ['an error as YAML, and exit 0', `echo 'error: bad'`, { valid: 'fail', invalid: 'fail' }],
    ['a list, and exit 0', `echo '[]'`, { valid: 'unreadable-output', invalid: 'unreadable-output' }],
    ['a date where text should be', `echo 'name: 2024-01-01'`, { valid: 'unreadable-output' }],
    ['invalid UTF-8', `printf 'name: \\377'`, { valid: 'invalid-utf8', invalid: 'invalid-utf8' }],
    ['too much', `yes`, { valid: 'too-long', invalid: 'too-long' }],
  ])('%s', async (_name, script, expected) => {
    expect(await outcomes(script)).toMatchObject(expected);
  });

  it('never ending', async () => {
    const never = `trap '' TERM; sleep 100`;
    expect(await outcomes(never, [VALID, INVALID], 200)).toMatchObject({ valid: 'hang', invalid: 'hang' });
  });

  it('asks a failing case a second time and reports a different second answer', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plain-'));
    const seen = join(folder, 'seen');
    const script = `cat > /dev/null; [ -e '${seen}' ] && echo '${NORMAL}' && exit; touch '${seen}'; exit 1`;
    const { results } = await certifyProgramKeeping({
      edition: EDITION,
      command: ['sh', '-c', script],
      cases: [VALID],
      plain: 'yaml',
    });
    rmSync(folder, { recursive: true });
    expect(results).toMatchObject([{ outcome: { kind: 'fail' }, nondeterministic: 'pass' }]);
  });

  it('waits only for the process itself, not for its children', async () => {
    expect(await outcomes(`sleep 100 & ${JUDGE}; echo '${NORMAL}'`)).toMatchObject({
      valid: 'pass',
      invalid: 'pass',
    });
  });

  it('says that rejections look like uncaught exceptions', async () => {
    const script = `echo 'Traceback (most recent call last):' >&2; exit 1`;
    expect(await outcomes(script)).toMatchObject({ invalid: 'pass', notes: 1 });
  });

  it('asks only the kind of input that it was told to send', async () => {
    const json: TestCase = { ...VALID, id: 'json', input: { kind: 'json', text: '{}' } };
    expect(await outcomes('exit 1', [json, INVALID])).not.toHaveProperty('json');
  });

  it("stops when the program can't be started", async () => {
    const { results, grade, diagnosis } = await certifyProgramKeeping({
      edition: EDITION,
      command: ['/no/such'],
      cases: [VALID, INVALID],
      plain: 'yaml',
    });
    expect(results.map(({ outcome }) => outcome.kind)).toEqual(['not-run', 'not-run']);
    expect({ grade, diagnosis }).toEqual({
      grade: 'incomplete',
      diagnosis: expect.stringContaining('there is no program') as string,
    });
  });
});
