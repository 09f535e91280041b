import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingProgram } from '../conformance/process/missing-program.ts';
import { expectAsShown, makeWorkshop, pageAt, type Workshop } from './testing/project.ts';
import { stepsIn } from './testing/transcript.ts';

const page = pageAt('docs/from-0-to-drop-in.md');
const obstacle = missingProgram(['go']);
let workshop: Workshop;

beforeAll(async () => {
  workshop = await makeWorkshop();
});

afterAll(() => {
  workshop.remove();
});

describe('the page "From 0 to drop-in"', () => {
  it('has steps', () => {
    const steps = stepsIn(page);
    expect(steps.filter(({ kind }) => kind === 'command')).toHaveLength(7);
    expect(steps.filter(({ kind }) => kind === 'change')).toHaveLength(2);
  });

  const note = obstacle === undefined ? '' : ` (left out: ${obstacle})`;
  it.skipIf(obstacle !== undefined)(
    `shows what happens${note}`,
    () => {
      expectAsShown(page, workshop.newProject());
    },
    180_000,
  );
});
