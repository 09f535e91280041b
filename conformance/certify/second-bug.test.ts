import { describe, expect, it } from 'vitest';
import { readJson } from '../../reference/json/json.ts';
import { interpret } from '../../reference/interpret.ts';
import { BaselineUpdate } from '../baseline/baseline-update.ts';
import { SuiteCases } from '../case/suite-cases.ts';
import { inProcess } from '../runner/in-process.ts';
import { baselineOf } from '../testing/baselines.ts';
import { EDITION } from '../testing/edition.ts';
import { certifyKeeping } from '../testing/kept-results.ts';

type Normal = Record<string, unknown>;

/** Changes the right answer to a document. It gets a copy of the normal form; undefined refuses the document. */
type Bug = (normal: Normal, document: Normal) => Normal | undefined;

const BUGS = {
  stopsLate: (normal, document) =>
    document.stop_duration === undefined ? { ...normal, stop_duration: '6m' } : normal,
  isPrivileged: (normal, document) =>
    document.privileged === undefined ? { ...normal, privileged: true } : normal,
  hasNoPorts: (normal) => ({ ...normal, ports: [] }),
  saysMore: (normal) => ({ ...normal, extra: 1 }),
  refusesRetry: (normal) => (normal.retry === false ? normal : undefined),
} satisfies Readonly<Record<string, Bug>>;

/** Certifies the reference with some bugs, with the text of a baseline, and returns that baseline brought up to date. */
async function certify(text: string, ...bugs: readonly Bug[]) {
  const baseline = baselineOf(text);
  const update = new BaselineUpdate(baseline);
  const implementation = inProcess({
    name: 'a function',
    inputs: ['json'],
    start:
      () =>
      ({ text: json }) =>
        answer(json, bugs),
  });
  const result = await certifyKeeping(implementation, {
    edition: EDITION,
    cases: new SuiteCases(EDITION, 300),
    // Three hundred cases don't exercise all requirements, and this is not about that.
    requirements: ['commands/list'],
    baseline,
  });
  for (const each of result.results) update.add(each);
  const { exitCode, footer } = result;
  return { exitCode, baseline: footer.baseline, update: update.text(footer.baseline?.stale ?? []) };
}

function answer(json: string, bugs: readonly Bug[]): unknown {
  const reading = readJson(json);
  const document = reading.kind === 'refused' ? undefined : reading.document;
  const verdict = interpret(EDITION.language, document);
  if (verdict.kind === 'rejected') return { rejected: [] };
  let normal: Normal | undefined = JSON.parse(EDITION.language.stringify(verdict.normal)) as Normal;
  for (const bug of bugs) normal = normal && bug(normal, document as Normal);
  return normal === undefined ? { rejected: [] } : { accepted: normal };
}

const ROWS: readonly (readonly [name: string, first: Bug, second: Bug])[] = [
  ['a wrong default beside another', BUGS.stopsLate, BUGS.isPrivileged],
  ['a lost list beside a wrong default', BUGS.isPrivileged, BUGS.hasNoPorts],
  ['a refused value beside a wrong default', BUGS.stopsLate, BUGS.refusesRetry],
  ['a wrong default beside a lost list', BUGS.hasNoPorts, BUGS.stopsLate],
  ['a key that does not exist beside a wrong default', BUGS.stopsLate, BUGS.saysMore],
];

describe.each(ROWS)('with a baseline of one bug, %s', (_name, first, second) => {
  it('is a new failure, in the excused cases too', async () => {
    const { update } = await certify('', first);
    const rerun = await certify(update, first);
    expect(rerun).toMatchObject({ exitCode: 0, baseline: { unlisted: 0, stale: [] }, update });
    const both = await certify(update, first, second);
    expect(both.exitCode).toBe(1);
    const alone = await certify('', second);
    // Not one case that the second bug spoils is excused, whether the first bug spoils it too or not.
    expect(both.baseline?.unlisted).toBe(alone.baseline?.unlisted);
    const again = await certify(both.update, first, second);
    expect(again).toMatchObject({ exitCode: 0, baseline: { unlisted: 0, stale: [] } });
  });

  it('makes its entries stale once it is mended', async () => {
    const { update } = await certify('', first, second);
    const mended = await certify(update, first);
    expect(mended.exitCode).toBe(1);
    expect(mended.baseline?.stale.length).toBeGreaterThan(0);
    expect(await certify(mended.update, first)).toMatchObject({ exitCode: 0 });
  });
});

it('an entry for a mended default is told to be mended', async () => {
  const { update } = await certify('', BUGS.stopsLate);
  const { baseline } = await certify(update);
  expect(new Set(baseline?.stale.map(({ why }) => why))).toEqual(new Set(['no longer fails']));
});

it('a program that refuses one value gets an entry for that value alone', async () => {
  const { update } = await certify('', BUGS.refusesRetry);
  const { entries } = baselineOf(update);
  expect(entries.map(({ target }) => target.name.split('/')[0])).toEqual(entries.map(() => 'retry'));
});

it('a bug in every answer needs few entries', async () => {
  for (const bug of [BUGS.stopsLate, BUGS.isPrivileged, BUGS.hasNoPorts, BUGS.refusesRetry]) {
    const { update } = await certify('', bug);
    expect(baselineOf(update).entries.length).toBeLessThan(12);
  }
});
