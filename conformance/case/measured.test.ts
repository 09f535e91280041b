import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../reference/json.ts';
import { isMapping } from '../../reference/mapping.ts';
import { exceptionFor } from '../../spec/exceptions.ts';
import { measuredMeaning } from './measured.ts';

const LINES = readFileSync('spec/measurements/probes.ndjson', 'utf8').trimEnd().split('\n');

function measured(json: string): string | undefined {
  const reading = readJson(json);
  return reading.kind === 'read' ? measuredMeaning(reading.document) : undefined;
}

describe('what was measured', () => {
  it('is found for a document with the same values', () => {
    expect(measured('{"type":"task","commands":["a"]}')).toMatch(/^\{"type":"task".*"commands":\["a"\]/);
    expect(measured('{"type":null,"commands":["a"]}')).toBe('rejected');
  });

  it('does not depend on the order of the keys', () => {
    expect(measured('{"commands":["a"],"type":null}')).toBe('rejected');
  });

  it('is not that of a similar value: text is no number, and a float no integer', () => {
    const found = ['2', '2.0', '"2"', '2.5'].map((nodes) =>
      measured(`{"type":"task","commands":["a"],"nodes":${nodes}}`),
    );
    const [integer, , text] = found;
    expect(integer).toContain('"nodes":2');
    expect(text).toBeDefined();
    expect(measured('{"type":"task","commands":["a"],"nodes":2,"x":1}')).toBeUndefined();
  });

  it.each(['null', '[]', '"type: task"', '{"type":"task","commands":["never measured"]}'])(
    'is unknown of %s',
    (json) => {
      expect(measured(json)).toBeUndefined();
    },
  );

  it('is known of every small document that is not excused, as it was recorded', () => {
    const found = { accepted: 0, rejected: 0 };
    for (const line of LINES) {
      const reading = readJson(line);
      if (reading.kind === 'refused' || !isMapping(reading.document)) throw new Error(line);
      const { id, data, verdict } = reading.document;
      if (!isMapping(data) || Object.keys(data).length > 4 || exceptionFor(String(id)) !== undefined)
        continue;
      const known = measuredMeaning(data);
      expect(known, line).toBeDefined();
      const meaning = known === 'rejected' ? 'rejected' : 'accepted';
      // Where the release dies of a document, it refuses it too.
      expect(meaning, line).toBe(verdict === 'accepted' ? 'accepted' : 'rejected');
      found[meaning] += 1;
    }
    expect(found.accepted).toBeGreaterThan(500);
    expect(found.rejected).toBeGreaterThan(500);
  });
});
