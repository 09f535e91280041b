import { describe, expect, test } from 'vitest';
import { checkGolden } from '../../conformance/golden/golden.ts';
import { INTERPRETER } from '../../conformance/testing/edition.ts';

describe('the example tasks', () => {
  test('have the meaning that was derived by hand from the page and the measurements', async () => {
    const results = await checkGolden(INTERPRETER, ['examples/tasks']);
    expect(results.length).toBeGreaterThanOrEqual(20);
    expect(results.filter(({ kind }) => kind !== 'same')).toEqual([]);
  });
});
