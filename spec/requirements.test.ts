import { describe, expect, test } from 'vitest';
import { examples } from './catalogue.ts';
import { schemaErrors } from './schema-check.ts';
import { hasPageText, readMeasurements, readPageText, readRequirementFiles } from './sources.ts';
import { EDITIONS } from './testing/editions.ts';

/** The first half of an id that is neither its topic nor a field. */
const OF_THE_DOCUMENT = 'null';

describe.each(EDITIONS)('$folder', ({ folder, spec, knownFields }) => {
  const files = readRequirementFiles(folder);
  const entries = files.flatMap((file) => file.requirements);
  const measured = new Set(readMeasurements(folder).map((each) => each.id));
  const fields: ReadonlySet<string> = new Set(Object.values(knownFields).flat());

  describe('the requirement files', () => {
    test('all ids are different', () => {
      const ids = entries.map((each) => each.id);
      expect(ids).toEqual([...new Set(ids)]);
    });

    test('every id begins with its topic or with a field', () => {
      const strays = files.flatMap(({ topic, requirements }) =>
        requirements.filter(({ id }) => {
          const first = firstHalf(id);
          return (
            first !== topic && !fields.has(first) && !(topic === 'document' && first === OF_THE_DOCUMENT)
          );
        }),
      );
      expect(strays.map((each) => each.id)).toEqual([]);
    });

    test('the requirements of a field that is no topic stand in one file', () => {
      const homes = new Map(files.map(({ topic }) => [topic, '']));
      const torn = files.flatMap(({ topic, requirements }) =>
        requirements.filter(({ id }) => {
          const home = homes.get(firstHalf(id)) ?? topic;
          homes.set(firstHalf(id), home);
          return home !== '' && home !== topic;
        }),
      );
      expect(torn.map((each) => each.id)).toEqual([]);
    });

    test.runIf(hasPageText(folder))('every quote is in the page', () => {
      const page = readPageText(folder);
      const quotes = entries.flatMap(({ id, source }) =>
        (source.page ?? []).map((quote) => ({ id, quote, found: page.includes(quote) })),
      );
      expect(quotes.filter((each) => !each.found)).toEqual([]);
    });

    test('every measurement that is cited exists', () => {
      const cited = entries.flatMap(({ source }) => source.measurements ?? []);
      expect(cited.filter((each) => !measured.has(each))).toEqual([]);
    });

    test('a documented requirement quotes the page, an observed one does not', () => {
      const wrong = entries.filter(
        ({ level, source }) => (level === 'documented') !== (source.page !== undefined),
      );
      expect(wrong.map((each) => each.id)).toEqual([]);
    });
  });

  describe('the examples', () => {
    test('every requirement has an accepted one', () => {
      expect(spec.requirements.filter((each) => each.accepts.length === 0)).toEqual([]);
    });

    test('all examples of a requirement are different', () => {
      const texts = examples(spec).map((each) => `${each.requirement}\n${each.yaml}`);
      expect(texts).toEqual([...new Set(texts)]);
    });

    test('a document is not both accepted and rejected', () => {
      const verdicts = new Map<string, string>();
      const torn = examples(spec).filter(({ yaml, kind }) => {
        const other = verdicts.get(yaml) ?? kind;
        verdicts.set(yaml, kind);
        return other !== kind;
      });
      expect(torn.map((each) => each.id)).toEqual([]);
    });

    test('every normal form is valid by its schema', () => {
      const wrong = examples(spec).flatMap((each) =>
        each.kind === 'accepted'
          ? schemaErrors(`${folder}/normal-form`, each.normal).map((error) => `${each.id} ${error}`)
          : [],
      );
      expect(wrong).toEqual([]);
    });

    test('only requirements of YAML itself and of sets have no example in JSON', () => {
      const inJson = new Set(examples(spec).flatMap((each) => (each.yamlOnly ? [] : [each.requirement])));
      const without = spec.requirements.filter(({ id }) => !inJson.has(id) && !id.startsWith('yaml/'));
      expect(without.map((each) => each.id)).toEqual(['list/set']);
    });
  });
});

function firstHalf(id: string): string {
  return id.split('/')[0] ?? '';
}
