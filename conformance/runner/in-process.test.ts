import { describe, expect, it } from 'vitest';
import { certifyKeeping } from '../testing/kept-results.ts';
import type { CertifySettings } from '../certify/certify-options.ts';
import { goodCases, NORMAL, scriptedCase } from '../testing/scripted.ts';
import { inProcess, type AnswerInput } from './in-process.ts';
import { EDITION } from '../testing/edition.ts';

const RIGHT = `{"accepted":${NORMAL}}`;

/** Certifies a function; `start` is called for each conversation. */
function certify(start: () => AnswerInput, settings: Partial<CertifySettings> = {}) {
  const implementation = inProcess({ name: 'a function', inputs: ['json'], start });
  return certifyKeeping(implementation, {
    edition: EDITION,
    cases: goodCases(3),
    requirements: ['commands/list'],
    timeoutMs: 50,
    ...settings,
  });
}

/** Returns the outcome of one case that a function answers. */
async function outcomeOf(answer: AnswerInput) {
  const { results } = await certify(() => answer, { cases: goodCases(1) });
  return results[0];
}

describe('a function as an implementation', () => {
  it('is certified without a process', async () => {
    const { grade, exitCode, header, footer } = await certify(() => () => RIGHT);
    expect({ grade, exitCode }).toEqual({ grade: 'drop-in', exitCode: 0 });
    expect(header).toMatchObject({ mode: 'in-process', command: [], implementation: { name: 'a function' } });
    expect(footer.counts.pass).toBe(3);
  });

  it.each<[string, AnswerInput, object]>([
    ['the JSON text of the normal form', () => RIGHT, { kind: 'pass', canonical: true }],
    ['the result as a value', () => JSON.parse(RIGHT) as unknown, { kind: 'pass', canonical: true }],
    ['a promise of it', () => Promise.resolve(RIGHT), { kind: 'pass', canonical: true }],
    ['JSON text of several lines', () => RIGHT.replaceAll(',', ',\r\n'), { kind: 'pass', canonical: true }],
    ['a rejection', () => ({ rejected: [] }), { kind: 'fail' }],
    ['a refusal to answer', () => ({ unsupported: 'not yet' }), { kind: 'unsupported', reason: 'not yet' }],
    ['nothing', () => undefined, { kind: 'protocol-error', fault: { kind: 'wrong-shape' } }],
    ['text that is no JSON', () => 'accepted', { kind: 'protocol-error', fault: { kind: 'bad-json' } }],
    ['an object of another shape', () => ({ ok: true }), { kind: 'protocol-error' }],
    ['a value that JSON does not have', () => ({ accepted: { nodes: 1n } }), { kind: 'crash' }],
    ['a promise that never settles', () => new Promise(() => undefined), { kind: 'hang' }],
  ])('answers with %s', async (_name, answer, outcome) => {
    expect(await outcomeOf(answer)).toMatchObject({ outcome });
  });

  it('keeps a float of its JSON text apart from an integer', async () => {
    const text = NORMAL.replace('"env":[]', '"env":{"A":1.0}');
    const expected = { kind: 'accepted', normal: NORMAL.replace('"env":[]', '"env":["A=1.0"]') } as const;
    const cases = goodCases(1).map((test) => ({ ...test, expected }));
    const { results } = await certify(() => () => `{"accepted":${text}}`, { cases });
    expect(results[0]?.outcome).toMatchObject({ kind: 'pass', canonical: false });
    const rounded = await certify(() => () => ({ accepted: JSON.parse(text) as unknown }), { cases });
    expect(rounded.results[0]?.outcome).toMatchObject({ kind: 'fail' });
  });

  it.each<[string, AnswerInput]>([
    ['throws', () => fail(new TypeError('no such key'))],
    ['rejects its promise', () => Promise.reject(new TypeError('no such key'))],
  ])('crashes when it %s, with the stack for the log', async (_name, answer) => {
    const result = await outcomeOf(answer);
    expect(result?.outcome).toMatchObject({ kind: 'crash', message: 'threw TypeError: no such key' });
    expect(result?.stderr).toContain('in-process.test.ts');
  });

  it('crashes whatever it throws', async () => {
    const thrown: unknown[] = ['a text', null, Object.create(null)];
    for (const error of thrown) expect((await outcomeOf(() => fail(error)))?.outcome.kind).toBe('crash');
  });

  it('starts anew after a crash, and remembers nothing', async () => {
    let starts = 0;
    const { footer } = await certify(
      () => {
        starts += 1;
        let isSpoilt = false;
        return ({ text }) => {
          if (isSpoilt) return { rejected: [] };
          isSpoilt = text.includes('bad');
          return isSpoilt ? fail(new Error('bad')) : RIGHT;
        };
      },
      { cases: [scriptedCase('bad'), ...goodCases(3)] },
    );
    expect(footer.counts).toMatchObject({ crash: 1, pass: 3, fail: 0 });
    // The first one, and one after each of the two crashes: a failing case is asked once more.
    expect(starts).toBe(3);
  });

  it('is asked a failing case once more, and the log tells where the second answer is another one', async () => {
    let count = 0;
    const { results } = await certify(
      () => () => {
        count += 1;
        return count === 1 ? { rejected: [] } : RIGHT;
      },
      { cases: goodCases(1) },
    );
    expect(results).toMatchObject([{ outcome: { kind: 'fail' }, nondeterministic: 'pass' }]);
  });

  it('that can not be started runs nothing', async () => {
    const { grade, exitCode, diagnosis } = await certify(() => fail(new Error('no table of fields')));
    expect({ grade, exitCode, diagnosis }).toEqual({
      grade: 'incomplete',
      exitCode: 3,
      diagnosis: 'it could not be started: no table of fields',
    });
  });

  it('is not asked what it does not take', async () => {
    const yaml = { ...scriptedCase('yaml'), input: { kind: 'yaml', text: 'a' } } as const;
    const { results } = await certify(() => () => RIGHT, { cases: [yaml, ...goodCases(1)] });
    expect(results.map(({ test }) => test.id)).toEqual(['good/0']);
  });

  it('lets an interruption through while it answers at once, and while it is waited for', async () => {
    for (const answer of [() => RIGHT, () => new Promise(() => undefined)]) {
      const { exitCode, footer } = await certify(() => answer, {
        cases: goodCases(200_000),
        timeoutMs: 60_000,
        signal: AbortSignal.timeout(20),
      });
      expect(exitCode).toBe(130);
      expect(footer.counts['not-run']).toBeGreaterThan(0);
    }
  });

  it('answers several questions at a time where it is asked for promises', async () => {
    let open = 0;
    let most = 0;
    await certify(
      () => async () => {
        open += 1;
        most = Math.max(most, open);
        await new Promise((done) => setTimeout(done, 5));
        open -= 1;
        return RIGHT;
      },
      { cases: goodCases(9), jobs: 3, timeoutMs: 5000 },
    );
    expect(most).toBe(3);
  });
});

function fail(error: unknown): never {
  throw error;
}
