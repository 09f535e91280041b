import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { REQUIREMENTS } from '../../spec/generated/editions/dstack-0.18.42/requirements.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { caseAbout, crashOf, invalidCase, wrongValues, wrongVerdict } from '../testing/some-failure.ts';
import { countsOf, DONE, passes, settleAll, settled } from '../testing/some-book.ts';
import { FailureBook } from './failure-book.ts';
import type { Suspect } from './suspect.ts';
import { symptomsOf } from '../judge/symptom.ts';

function suspectOf(result: CaseResult): Suspect {
  const [symptom] = symptomsOf(result);
  if (symptom === undefined) throw new Error('it is no failure');
  return { symptom, result };
}

describe('a failure', () => {
  it('waits for its investigation once if it is new', () => {
    const book = new FailureBook(() => undefined);
    const result = crashOf(caseAbout(['ports/range']));
    expect(book.add(result)).toBe(true);
    expect(book.next()?.result).toBe(result);
    expect(book.next()).toBeUndefined();
  });

  it('is recognized by the requirements of its smallest document, whatever else a later document holds', () => {
    const book = new FailureBook(() => undefined);
    book.add(crashOf(caseAbout(['ports/range', 'nodes/number'])));
    book.next();
    book.settle({ ...suspectOf(crashOf(caseAbout(['ports/range']))), shrinking: DONE });
    expect(book.add(crashOf(caseAbout(['ports/range', 'image/given'])))).toBe(false);
    expect(book.add(crashOf(caseAbout(['nodes/number'])))).toBe(true);
    expect(countsOf(book.finish(true))).toEqual([2, 1]);
  });

  it('differs from failures of another kind or at another place', () => {
    const book = new FailureBook(() => undefined);
    const test = caseAbout(['ports/range']);
    for (const result of [crashOf(test), wrongVerdict(test), wrongValues(test, ['/ports/0', '/nodes'])])
      book.add(result);
    settleAll(book);
    const { failures } = book.finish(true);
    expect(failures.map(({ symptom }) => `${symptom.kind} ${symptom.path}`)).toEqual([
      'crash ',
      'rejected-valid ',
      'wrong-value /ports/*',
      'wrong-value /nodes',
    ]);
  });

  it('is the same at another item of the same list', () => {
    const book = new FailureBook(() => undefined);
    const test = caseAbout(['ports/range']);
    book.add(wrongValues(test, ['/ports/0', '/ports/1', '/ports/12']));
    settleAll(book);
    expect(countsOf(book.finish(true))).toEqual([3]);
  });

  it('takes over the waiting failures that it explains', () => {
    const book = new FailureBook(() => undefined);
    for (let count = 0; count < 10; count += 1) book.add(crashOf(caseAbout(['ports/range'])));
    const [suspect] = [book.next()];
    expect(suspect && settled(book, suspect)).toMatchObject({ count: 10 });
    expect(book.next()).toBeUndefined();
  });

  it('is not told before the end if it may be another spelling of an earlier one', () => {
    const book = new FailureBook(() => undefined);
    const told = (['duration/off', 'duration/off-text', 'duration/units'] as const).map((id) => {
      const field = id === 'duration/units' ? 'max_duration/given' : 'stop_duration/given';
      const result = wrongVerdict(caseAbout([field, id]));
      book.add(result);
      return settled(book, book.next() ?? suspectOf(result)) !== undefined;
    });
    expect(told).toEqual([true, false, true]);
  });

  it('is familiar once everything wrong with it is known', () => {
    const book = new FailureBook(() => undefined);
    const test = caseAbout(['ports/range']);
    book.add(wrongValues(test, ['/ports/0']));
    settleAll(book);
    expect(book.isFamiliar(wrongValues(test, ['/ports/7']))).toBe(true);
    expect(book.isFamiliar(wrongValues(test, ['/ports/7', '/nodes']))).toBe(false);
  });
});

/**
 * Each list shares a requirement with the one before it. In the first two lists, the requirement that the next list
 * shares comes first.
 */
const CHAIN: readonly (readonly RequirementId[])[] = [
  ['name/given', 'nodes/number'],
  ['image/given', 'name/given', 'user/given'],
  ['image/given', 'python/given'],
];

describe('a cause', () => {
  it('is narrowed down by right cases', () => {
    const book = new FailureBook(() => undefined);
    passes(book, 'nodes/number', 'commands/list');
    book.add(crashOf(caseAbout(['nodes/number', 'ports/range', 'commands/list'])));
    settleAll(book);
    expect(book.finish(true).failures.map(({ cause }) => [...cause])).toEqual([['ports/range']]);
  });

  it('is merged at the end if it turns out to be the same, with its counts', () => {
    const book = new FailureBook(() => undefined);
    book.add(crashOf(caseAbout(['nodes/number', 'ports/range'])));
    settleAll(book);
    book.add(crashOf(caseAbout(['image/given', 'ports/range'])));
    settleAll(book);
    passes(book, 'nodes/number', 'image/given');
    expect(book.finish(true)).toMatchObject({ failures: [{ count: 2 }], uncounted: 0 });
  });

  it('loses no count if it is merged into a merged one', () => {
    const book = new FailureBook(() => undefined);
    for (const cause of CHAIN) {
      book.add(crashOf(caseAbout(cause)));
      settleAll(book);
    }
    passes(book, 'regions/list');
    expect(book.finish(true)).toMatchObject({ failures: [{ count: 3 }], uncounted: 0 });
  });

  it('is one failure if it is a misread YAML notation, whatever its symptoms', () => {
    const book = new FailureBook(() => undefined);
    book.add(wrongVerdict(caseAbout(['yaml/single-document'])));
    settleAll(book);
    expect(book.add(wrongValues(caseAbout(['yaml/single-document']), ['/nodes']))).toBe(false);
    expect(countsOf(book.finish(true))).toEqual([2]);
  });
});

describe('the end of a run', () => {
  it('assigns uncounted failures to the only failure left with their key', () => {
    const book = new FailureBook(() => undefined);
    for (const id of ['user/given', 'name/given', 'image/given', 'nodes/number', 'python/given'] as const) {
      book.add(crashOf(caseAbout([id, 'ports/range'])));
      settleAll(book);
    }
    for (let count = 0; count < 7; count += 1) book.add(crashOf(caseAbout(['ports/list'])));
    passes(book, 'user/given', 'name/given', 'image/given', 'nodes/number', 'python/given');
    expect(book.finish(true)).toMatchObject({ failures: [{ count: 12 }], uncounted: 0 });
  });

  it('lists a failure without investigation last, as one that was cut short', () => {
    const book = new FailureBook(() => undefined);
    book.add(crashOf(caseAbout(['ports/range'])));
    settleAll(book);
    book.add(wrongVerdict(caseAbout(['nodes/number'])));
    book.add(wrongVerdict(caseAbout(['nodes/number'])));
    const { failures } = book.finish(true);
    expect(failures.map(({ count, shrinking }) => [count, shrinking.kind])).toEqual([
      [1, 'done'],
      [2, 'cut'],
    ]);
  });

  it('only counts it if the run ended early', () => {
    const book = new FailureBook(() => undefined);
    book.add(crashOf(caseAbout(['ports/range'])));
    expect(book.finish(false)).toEqual({ failures: [], uncounted: 1 });
  });

  it('keeps a failure that is being investigated', () => {
    const book = new FailureBook(() => undefined);
    book.add(crashOf(caseAbout(['ports/range'])));
    book.next();
    expect(countsOf(book.finish(true))).toEqual([1]);
  });

  it('keeps it even if a saved find failed meanwhile', () => {
    const book = new FailureBook(() => undefined);
    book.add(crashOf(caseAbout(['ports/range'])));
    book.next();
    book.settleFind({
      ...suspectOf(wrongVerdict(caseAbout(['nodes/number']))),
      shrinking: { kind: 'saved' },
    });
    expect(countsOf(book.finish(true)).reduce((one, other) => one + other)).toBe(2);
  });
});

describe('any number of failures', () => {
  const SOME: readonly RequirementId[] = [
    'ports/range',
    'nodes/number',
    'image/given',
    'yaml/single-document',
  ];
  const requirements = fc.subarray([...SOME], { minLength: 1 });
  const result = fc
    .tuple(requirements, fc.constantFrom('crash', 'verdict', 'value', 'two values', 'accepted'))
    .map(([ids, kind]) => resultLike(ids, kind));
  const step = fc.oneof(
    { weight: 8, arbitrary: result.map((each) => (book: FailureBook) => add(book, each)) },
    { weight: 4, arbitrary: requirements.map((ids) => (book: FailureBook) => lookInto(book, ids)) },
    { weight: 1, arbitrary: requirements.map((ids) => (book: FailureBook) => (passes(book, ...ids), 0)) },
    { weight: 1, arbitrary: result.map((each) => (book: FailureBook) => addFind(book, each)) },
  );

  it('are all counted, each in one failure or as one that was not distinguished', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.boolean(), fc.boolean(), (steps, isBusy, isWhole) => {
        const book = new FailureBook(() => undefined);
        let total = 0;
        for (const take of steps) total += take(book);
        if (isBusy) book.next();
        const { failures, uncounted } = book.finish(isWhole);
        expect(failures.reduce((sum, { count }) => sum + count, uncounted)).toBe(total);
      }),
      { numRuns: 300 },
    );
  });

  it('have a few distinct failures of one key, and the rest is counted', () => {
    const book = new FailureBook(() => undefined);
    for (const { id } of REQUIREMENTS.slice(-20)) {
      book.add(crashOf(caseAbout([id])));
      settleAll(book);
    }
    const { failures, uncounted } = book.finish(true);
    expect([failures.length, uncounted]).toEqual([5, 15]);
  });

  it('include waiting ones in the count when enough of their key are distinguished', () => {
    const book = new FailureBook(() => undefined);
    for (const { id } of REQUIREMENTS.slice(-20)) book.add(crashOf(caseAbout([id])));
    settleAll(book);
    const { failures, uncounted } = book.finish(true);
    expect([failures.length, uncounted]).toEqual([5, 15]);
  });
});

function resultLike(ids: readonly RequirementId[], kind: string): CaseResult {
  const [first = 'ports/range', ...others] = ids;
  switch (kind) {
    case 'crash':
      return crashOf(caseAbout(ids));
    case 'verdict':
      return wrongVerdict(caseAbout(ids));
    case 'value':
      return wrongValues(caseAbout(ids), ['/ports/0']);
    case 'two values':
      return wrongValues(caseAbout(ids), ['/ports/1', '/nodes']);
    default:
      return wrongVerdict(invalidCase([first, ...others], '/ports/0'));
  }
}

/** Adds a failure and returns the number of its symptoms, each of which must be counted. */
function add(book: FailureBook, result: CaseResult): number {
  book.add(result);
  return symptomsOf(result).length;
}

function addFind(book: FailureBook, result: CaseResult): number {
  book.settleFind({ ...suspectOf(result), shrinking: { kind: 'saved' } });
  return 1;
}

/** Settles the next waiting failure with a document that rests on fewer requirements, as shrinking leaves one. */
function lookInto(book: FailureBook, kept: readonly RequirementId[]): number {
  const suspect = book.next();
  if (suspect === undefined) return 0;
  const { symptom, result } = suspect;
  const { test } = result;
  const requirements = test.requirements.filter((id) => kept.includes(id));
  const smaller = { ...result, test: { ...test, requirements } };
  const isSmaller = symptom.kind !== 'accepted-invalid' && requirements.length > 0;
  settled(book, { symptom, result: isSmaller ? smaller : result });
  return 0;
}
