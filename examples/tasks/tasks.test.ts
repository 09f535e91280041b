import { describe, expect, test } from 'vitest';
import { checkGolden } from '../../conformance/golden/golden.ts';

describe('the example tasks', () => {
  test('have the meaning that was derived by hand from the page and the measurements', async () => {
    const results = await checkGolden(['examples/tasks']);
    expect(results.length).toBeGreaterThanOrEqual(20);
    expect(results.filter(({ kind }) => kind !== 'same')).toEqual([]);
  });
});
