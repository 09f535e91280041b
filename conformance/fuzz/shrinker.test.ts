import { describe, expect, it } from 'vitest';
import { testOf } from '../case/generated-cases.ts';
import type { SuiteDefect } from '../soundness/suite-defect.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { settingsFor } from '../testing/run-scripted.ts';
import { generated } from '../testing/generated.ts';
import { scriptedChild } from '../testing/scripted.ts';
import { crashOf } from '../testing/some-failure.ts';
import { FailureBook } from './failure-book.ts';
import type { Failure } from './failure.ts';
import { ProtocolAsker } from '../runner/protocol-asker.ts';
import { Shrinker } from './shrinker.ts';
import { EDITION } from '../testing/edition.ts';

/** A program that dies of every document with a `max_price`, and refuses all others. */
const CHILD = scriptedChild(
  '{}',
  'act = (id, config) => "max_price" in config ? process.exit(7) : result(id, { rejected: [] });',
);
const SILENT_CHILD = scriptedChild('{}', 'act = () => undefined;');
const SETTLED_CHILD = scriptedChild('{}', 'act = (id) => { result(id, { rejected: [] }); };');

/** A large valid document with a price. */
const [PRICED] = generated(3000, { kind: 'valid' }).filter(
  ({ input }) => input.text.includes('"max_price"') && input.text.length > 400,
);

async function shrink(command: readonly string[], result: CaseResult, signal = new AbortController().signal) {
  const book = new FailureBook(() => undefined);
  const failures: Failure[] = [];
  const defects: SuiteDefect[] = [];
  const shrinker = new Shrinker({
    asker: new ProtocolAsker(settingsFor(command, { signal })),
    book,
    settled: (failure) => failures.push(failure),
    defect: (defect) => defects.push(defect),
  });
  book.add(result);
  shrinker.wake();
  expect(shrinker.isBusy).toBe(true);
  await shrinker.finish();
  expect(shrinker.isBusy).toBe(false);
  return { failures, defects, book };
}

describe('a failure', () => {
  if (PRICED === undefined) throw new Error('there is no such document');
  const priced = PRICED;

  it('is shrunk as far as possible by asking the program itself', async () => {
    const { failures } = await shrink(CHILD, crashOf(priced));
    expect(failures).toHaveLength(1);
    const [failure] = failures;
    expect(failure?.shrinking.kind).toBe('done');
    expect(failure?.result.outcome.kind).toBe('crash');
    expect(Object.keys(JSON.parse(failure?.result.test.input.text ?? '') as object).sort()).toEqual([
      'commands',
      'max_price',
      'type',
    ]);
  });

  it('after an answer is assigned to the case of that answer, and not to the next one', async () => {
    const late = scriptedChild(
      '{}',
      `act = (id, config) => {
        result(id, { rejected: [] });
        if ("max_price" in config) setTimeout(() => process.exit(7), 50);
      };`,
    );
    const { failures } = await shrink(late, crashOf(priced));
    expect(failures).toMatchObject([{ shrinking: { kind: 'done' } }]);
    const [failure] = failures;
    expect(JSON.parse(failure?.result.test.input.text ?? '')).toHaveProperty('max_price');
  });

  it('does not depend on the number of earlier questions', async () => {
    const tired = scriptedChild(
      '{}',
      `act = (id, config) =>
        Object.keys(config).length > 4 || id > 1 ? process.exit(7) : result(id, { rejected: [] });`,
    );
    const { failures } = await shrink(tired, crashOf(priced));
    const [failure] = failures;
    const config = JSON.parse(failure?.result.test.input.text ?? '') as object;
    expect(Object.keys(config)).toHaveLength(5);
  });

  it('is reported as it was if it does not happen again', async () => {
    const { failures } = await shrink(SETTLED_CHILD, crashOf(priced));
    expect(failures).toMatchObject([{ shrinking: { kind: 'not-repeated' }, result: { test: priced } }]);
  });

  it('is investigated at the end if it came too late to wake the shrinker', async () => {
    const book = new FailureBook(() => undefined);
    const failures: Failure[] = [];
    const shrinker = new Shrinker({
      asker: new ProtocolAsker(settingsFor(SETTLED_CHILD)),
      book,
      settled: (failure) => failures.push(failure),
      defect: () => undefined,
    });
    book.add(crashOf(priced));
    await shrinker.finish();
    expect(failures).toHaveLength(1);
  });

  it('stays in the book if the run is stopped', async () => {
    const { failures, book } = await shrink(CHILD, crashOf(priced), AbortSignal.abort());
    expect(failures).toEqual([]);
    expect(book.finish(true).failures).toMatchObject([{ count: 1, shrinking: { kind: 'cut' } }]);
  });

  it('stays in the book if the run is stopped while the failure is asked again', async () => {
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort();
    }, 200);
    const { failures, book } = await shrink(SILENT_CHILD, crashOf(priced), controller.signal);
    expect(failures).toEqual([]);
    expect(book.finish(true).failures).toMatchObject([{ count: 1, shrinking: { kind: 'cut' } }]);
  });

  it('is a defect of the suite if its case is wrong', async () => {
    const wrong = testOf(EDITION, priced.made, 'json', { kind: 'accepted', normal: '{}' });
    if (wrong === undefined) throw new Error('it has a JSON text');
    const { defects } = await shrink(CHILD, crashOf(wrong));
    expect(defects[0]).toMatchObject({ source: 'reference', test: wrong });
  });
});
