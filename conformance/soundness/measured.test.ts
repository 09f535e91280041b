import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../reference/json/json.ts';
import { exceptionFor } from '../../spec/exceptions.ts';
import { readMeasurements } from '../../spec/sources.ts';
import { isMapping } from '../../reference/document/is-mapping.ts';
import { SPEC } from '../../spec/generated/editions/dstack-0.18.42/edition.ts';
import { EDITION } from '../testing/edition.ts';

/** A measured document, as the reference reads it, and its recorded verdict. */
interface Probe {
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly verdict: unknown;
}

const SMALL = readFileSync('spec/editions/dstack-0.18.42/measurements/probes.ndjson', 'utf8')
  .trimEnd()
  .split('\n')
  .flatMap(smallProbes);

const OUTDATED: ReadonlySet<string> = new Set(
  readMeasurements('dstack-0.18.42').flatMap(({ id, isOutdated }) => (isOutdated ? [id] : [])),
);

/** Returns the probe of a line, unless its document is no mapping or has too many keys to be looked up. */
function smallProbes(line: string): Probe[] {
  const reading = readJson(line);
  if (reading.kind === 'refused' || !isMapping(reading.document)) throw new Error(line);
  const { id, data, verdict } = reading.document;
  if (typeof id !== 'string' || !isMapping(data) || Object.keys(data).length > 4) return [];
  return [{ id, data, verdict }];
}

function isExcused({ id }: Probe): boolean {
  return exceptionFor(SPEC, id) !== undefined || OUTDATED.has(id);
}

function measured(json: string): string | undefined {
  const reading = readJson(json);
  return reading.kind === 'read' ? EDITION.measured(reading.document) : undefined;
}

describe('a measurement', () => {
  it('is found for a document with the same values', () => {
    expect(measured('{"type":"task","commands":["a"]}')).toMatch(/^\{"type":"task".*"commands":\["a"\]/);
    expect(measured('{"type":null,"commands":["a"]}')).toBe('rejected');
  });

  it('does not depend on the order of the keys', () => {
    expect(measured('{"commands":["a"],"type":null}')).toBe('rejected');
  });

  it('is not found for a similar value: text is no number, and a float is no integer', () => {
    const found = ['2', '2.0', '"2"', '2.5'].map((nodes) =>
      measured(`{"type":"task","commands":["a"],"nodes":${nodes}}`),
    );
    const [integer, , text] = found;
    expect(integer).toContain('"nodes":2');
    expect(text).toBeDefined();
    expect(measured('{"type":"task","commands":["a"],"nodes":2,"x":1}')).toBeUndefined();
  });

  it.each(['null', '[]', '"type: task"', '{"type":"task","commands":["never measured"]}'])(
    'does not exist for %s',
    (json) => {
      expect(measured(json)).toBeUndefined();
    },
  );

  it('is found for every small document that is not excused, as it was recorded', () => {
    const found = { accepted: 0, rejected: 0 };
    for (const { id, data, verdict } of SMALL.filter((each) => !isExcused(each))) {
      const known = EDITION.measured(data);
      expect(known, id).toBeDefined();
      const meaning = known === 'rejected' ? 'rejected' : 'accepted';
      // A document that crashes the release counts as refused too.
      expect(meaning, id).toBe(verdict === 'accepted' ? 'accepted' : 'rejected');
      found[meaning] += 1;
    }
    expect(found.accepted).toBeGreaterThan(500);
    expect(found.rejected).toBeGreaterThan(500);
  });

  it('is not found for a document whose measurements are all excused', () => {
    const others = new Set(SMALL.filter((each) => !isExcused(each)).map(({ data }) => JSON.stringify(data)));
    const excused = SMALL.filter((each) => isExcused(each) && !others.has(JSON.stringify(each.data)));
    expect(excused.length).toBeGreaterThan(0);
    for (const { id, data } of excused) expect(EDITION.measured(data), id).toBeUndefined();
  });
});
