import { describe, expect, it } from 'vitest';
import type { TestCase } from '../case/case.ts';
import { exampleCases } from '../case/example-cases.ts';
import type { Corpus } from '../case/suite-cases.ts';
import { inProcess } from '../runner/in-process.ts';
import { protocolProgram } from '../runner/program.ts';
import { EDITION } from '../testing/edition.ts';
import { scriptedCase, scriptedChild, type Act } from '../testing/scripted.ts';
import { certifyImplementation } from './certify.ts';
import type { CertifySettings } from './certify-options.ts';

const COUNT = 20_000;
/** The window of the scripted child. */
const WINDOW = 64;
const WRONG: Act = { do: 'answer', result: { rejected: [] } };
const RIGHT = inProcess({
  name: 'right',
  inputs: ['json'],
  start: () => () => ({ accepted: EDITION.spec.minimal.normal }),
});

/** A corpus that counts the cases that it has made. */
class CountedCorpus implements Corpus {
  made = 0;
  readonly length = COUNT;
  readonly #caseAt: (index: number) => TestCase;

  constructor(caseAt: (index: number) => TestCase) {
    this.#caseAt = caseAt;
  }

  *[Symbol.iterator](): Generator<TestCase> {
    for (let index = 0; index < COUNT; index += 1) {
      this.made += 1;
      yield this.#caseAt(index);
    }
  }
}

/** Certifies a program, and returns the greatest number of cases that were made and had no result yet. */
async function mostAhead(
  implementation: Parameters<typeof certifyImplementation>[0],
  cases: CountedCorpus,
  options: Partial<CertifySettings> = {},
): Promise<number> {
  let most = 0;
  const { footer } = await certifyImplementation(implementation, {
    edition: EDITION,
    requirements: [],
    ...options,
    cases,
    onResult: (_, done) => {
      most = Math.max(most, cases.made - done);
    },
  });
  expect(footer.corpus).toMatchObject({ cases: COUNT, whole: true });
  return most;
}

describe('certify', () => {
  it('makes a case only when it is asked', async () => {
    const cases = new CountedCorpus((index) => scriptedCase(`${index}`));
    expect(await mostAhead(RIGHT, cases)).toBe(0);
  });

  it('makes no more cases than the window of a process holds', async () => {
    const cases = new CountedCorpus((index) => scriptedCase(`${index}`));
    const most = await mostAhead(protocolProgram(scriptedChild()), cases);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(WINDOW + 2);
  });

  it('keeps only the failures that are to be asked again', async () => {
    const cases = new CountedCorpus((index) =>
      scriptedCase(`${index}`, index % 100 === 0 ? WRONG : undefined),
    );
    const most = await mostAhead(protocolProgram(scriptedChild()), cases, { jobs: 2 });
    expect(most).toBeLessThanOrEqual(2 * (WINDOW + 64 + 2));
  });

  it('goes through the cases that a filter leaves out without keeping them', async () => {
    const [other] = exampleCases(EDITION).filter(({ requirements: [id] }) => id === 'ports/range');
    if (other === undefined) throw new Error('there is no example');
    const cases = new CountedCorpus((index) => (index % 100 === 0 ? scriptedCase(`${index}`) : other));
    let asked = 0;
    const { footer } = await certifyImplementation(RIGHT, {
      edition: EDITION,
      cases,
      filter: { topics: ['run'] },
      onResult: () => {
        asked += 1;
        expect(cases.made).toBeLessThanOrEqual(100 * asked);
      },
    });
    expect(footer.counts.pass).toBe(COUNT / 100);
  });
});
