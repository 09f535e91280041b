import { expect, it } from 'vitest';
import { certifyProgramKeeping } from '../testing/kept-results.ts';
import { goodCases, scriptedCase, scriptedChild } from '../testing/scripted.ts';
import { EDITION } from '../testing/edition.ts';

it('logs all of 50,000 cases and names exactly the 50 that crash', async () => {
  function isFatal(index: number): boolean {
    return index % 1000 === 617;
  }

  const cases = goodCases(50_000).map((test, index) =>
    isFatal(index) ? scriptedCase(`fatal/${index}`, { do: 'exit', code: 1 }) : test,
  );
  let caseLines = 0;
  const { footer, results, faults } = await certifyProgramKeeping({
    edition: EDITION,
    command: scriptedChild(),
    cases,
    requirements: ['commands/list'],
    onLine: (line) => {
      if (line.startsWith('{"event":"case"')) caseLines += 1;
    },
  });
  const crashed = results.filter(({ outcome }) => outcome.kind === 'crash').map(({ test }) => test.id);
  expect(crashed.sort()).toEqual(
    cases
      .map(({ id }) => id)
      .filter((id) => id.startsWith('fatal/'))
      .sort(),
  );
  expect(footer.counts).toMatchObject({ pass: 49_950, crash: 50, 'not-run': 0 });
  expect({ caseLines, faults, grade: footer.grade }).toEqual({
    caseLines: 50_000,
    faults: [],
    grade: 'non-conformant',
  });
});
