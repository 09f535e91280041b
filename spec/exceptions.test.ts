import { describe, expect, test } from 'vitest';
import { divergencesIn, exceptionFor } from './exceptions.ts';
import { hasPageText, readMeasurements, readPageText } from './sources.ts';
import { SPEC } from './generated/editions/dstack-0.18.42/edition.ts';
import { EDITIONS } from './testing/editions.ts';

describe.each(EDITIONS)('$folder', ({ folder, spec }) => {
  const measurements = readMeasurements(folder);
  const listed = [...spec.divergences, ...spec.outOfScope].flatMap((each) => each.measurements);

  describe('the two lists of exceptions', () => {
    test('they list only existing measurements, each once', () => {
      const known = new Set(measurements.map((each) => each.id));
      expect(listed.filter((each) => !known.has(each))).toEqual([]);
      expect(listed).toEqual([...new Set(listed)]);
    });

    test('all entries have different ids', () => {
      const ids = [...spec.divergences, ...spec.outOfScope].map((each) => each.id);
      expect(ids).toEqual([...new Set(ids)]);
    });

    test('they excuse less than 5% of the measurements', () => {
      expect(listed.length / measurements.length).toBeLessThan(0.05);
    });
  });

  describe('divergences', () => {
    test.runIf(hasPageText(folder))('each quotes the page', () => {
      const page = readPageText(folder);
      expect(spec.divergences.filter((each) => !page.includes(each.page))).toEqual([]);
    });

    test('each names requirements that exist', () => {
      const named = spec.divergences.flatMap((each) => each.requirements);
      expect(named.filter((each) => !Object.hasOwn(spec.levels, each))).toEqual([]);
    });

    test.each(spec.divergences.map((each) => [each.id, each] as const))(
      '%s: its condition selects the measurements that it lists',
      (_, { id, measurements: differing, seen_in: seen = [], release }) => {
        const named = measurements.filter((each) => [...differing, ...seen].includes(each.id));
        const selected = named.filter((each) =>
          divergencesIn(spec, each.data).some((other) => other.id === id),
        );
        // A file that crashed the release has no data if its own reader did not finish.
        expect(named.filter((each) => each.data !== undefined)).toEqual(selected);
        expect(named.filter((each) => each.verdict !== release.verdict)).toEqual([]);
      },
    );

    test('a condition selects no unlisted measurement with different verdicts', () => {
      const unlisted = measurements.filter((each) =>
        divergencesIn(spec, each.data).some(
          ({ release, ours }) =>
            each.data !== undefined &&
            release.verdict === each.verdict &&
            (each.verdict === 'accepted') !== (ours.verdict === 'accepted') &&
            exceptionFor(spec, each.id) === undefined,
        ),
      );
      expect(unlisted.map((each) => each.id)).toEqual([]);
    });
  });
});

test('an exception is found by the measurement that it excuses', () => {
  expect(exceptionFor(SPEC, 'whole-2108')).toMatchObject({ divergence: { id: 'nvcc-with-image' } });
  expect(exceptionFor(SPEC, 'home_dir-1831')).toMatchObject({ outOfScope: { id: 'legacy-fields' } });
  expect(exceptionFor(SPEC, 'nodes-0030')).toBeUndefined();
});

describe('divergencesIn', () => {
  test.each([
    [{ image: 'a', nvcc: true }, ['nvcc-with-image', 'max-duration-default']],
    [{ image: 'a', nvcc: 'YES', max_duration: '1h' }, ['nvcc-with-image']],
    [{ image: 'a', nvcc: 0, max_duration: '1h' }, []],
    [{ image: '', nvcc: true, max_duration: '1h' }, []],
    [{ idle_duration: 'off', max_duration: '1h' }, ['idle-duration-off-text']],
    [{ idle_duration: false, max_duration: '1h' }, []],
    [{ image: 'a', python: 3.11, max_duration: 'off' }, ['python-with-image']],
    [{ max_duration: null }, ['max-duration-default']],
    [null, ['max-duration-default']],
  ])('%j', (document, ids) => {
    expect(divergencesIn(SPEC, document).map((each) => each.id)).toEqual(ids);
  });
});
