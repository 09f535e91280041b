import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examples } from '../spec/catalogue.ts';
import type { EditionSpec } from '../spec/edition.ts';
import { readMeasurements } from '../spec/sources.ts';
import { interpret, trace, type Verdict } from './interpret.ts';
import { LANGUAGE as LANGUAGE_0_18_42 } from './editions/dstack-0.18.42/language.ts';
import { LANGUAGE as LANGUAGE_0_21_2 } from './editions/dstack-0.21.2/language.ts';
import type { AnyLanguage } from './language.ts';
import { step } from './document/pointer.ts';
import { readJson } from './json/json.ts';
import { readYaml } from './yaml/yaml.ts';
import { SPEC as SPEC_0_18_42 } from '../spec/generated/editions/dstack-0.18.42/edition.ts';
import { SPEC as SPEC_0_21_2 } from '../spec/generated/editions/dstack-0.21.2/edition.ts';

const HOSTILE_KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', '/', '~', '\ud800'];

/** Anything that JSON holds, with keys that real documents have and keys that break careless programs. */
const anything = fc
  .jsonValue({ stringUnit: 'binary' })
  .chain((value) =>
    fc
      .dictionary(
        fc.constantFrom('type', 'commands', 'env', 'resources', 'ports', 'volumes', ...HOSTILE_KEYS),
        fc.constant(value),
      )
      .map((mapping) => ({ type: 'task', ...mapping })),
  );

/** The languages of all editions. */
const LANGUAGES: readonly {
  readonly edition: string;
  readonly spec: EditionSpec;
  readonly language: AnyLanguage;
}[] = [
  { edition: 'dstack-0.18.42', spec: SPEC_0_18_42, language: LANGUAGE_0_18_42 },
  { edition: 'dstack-0.21.2', spec: SPEC_0_21_2, language: LANGUAGE_0_21_2 },
];

describe.each(LANGUAGES)('laws of the reference of $edition', ({ edition, spec, language }) => {
  const texts = [
    ...examples(spec).map(({ yaml }) => yaml),
    ...readMeasurements(edition).map(({ yaml }) => yaml),
  ];

  const documents = texts.flatMap((text) => {
    const reading = readYaml(text);
    return reading.kind === 'read' ? [reading.document] : [];
  });

  function checkVerdict(verdict: Verdict): void {
    if (verdict.kind === 'accepted') {
      const again = interpret(language, verdict.normal);
      expect(again).toEqual(verdict);
      return;
    }
    const { violations } = verdict;
    expect(violations.length).toBeGreaterThan(0);
    expect(
      violations.filter(
        ({ requirement, path }) =>
          !Object.hasOwn(spec.levels, requirement) || !(path === '' || path.startsWith('/')),
      ),
    ).toEqual([]);
  }

  test('normalizing twice equals normalizing once', () => {
    for (const document of documents) checkVerdict(interpret(language, document));
  });

  test('a normal form survives its text', () => {
    for (const document of documents) {
      const verdict = interpret(language, document);
      if (verdict.kind === 'rejected') continue;
      const text = language.stringify(verdict.normal);
      const reading = readJson(text);
      expect(reading.kind === 'read' ? interpret(language, reading.document) : undefined).toEqual(verdict);
      expect(Object.keys(JSON.parse(text) as object)).toEqual(Object.keys(verdict.normal));
    }
  });

  test('any JSON gives a verdict', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue({ stringUnit: 'binary' }), anything), (value) => {
        checkVerdict(interpret(language, value));
        expect(trace(language, value).verdict).toEqual(interpret(language, value));
      }),
      { numRuns: 2000 },
    );
  });

  test('any value gives a verdict', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (value) => {
        expect(['accepted', 'rejected']).toContain(
          interpret(language, { type: 'task', commands: ['a'], env: value, ports: value }).kind,
        );
      }),
      { numRuns: 2000 },
    );
  });

  test("all violations are found even if a call can't take so many arguments", () => {
    const ports = Array<number>(200_000).fill(0);
    const verdict = interpret(language, { type: 'task', commands: ['a'], ports });
    expect(verdict.kind === 'rejected' && verdict.violations.length).toBe(200_000);
  });

  test('any text gives a reading, and the reading a verdict', () => {
    const fragment = fc.constantFrom(
      'type: task\n',
      'commands: [a]\n',
      '- ',
      '? ',
      ': ',
      '&a ',
      '*a',
      '<<: ',
      '|\n  x\n',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ',',
      '#',
      '\t',
      '\n',
      '!!int ',
      '%YAML 1.1\n',
      '---\n',
      '...\n',
      '\r',
      '\u0085',
      '\ufeff',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fragment, { maxLength: 25 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (source) => {
        for (const reading of [readYaml(source), readJson(source)]) {
          if (reading.kind === 'read') checkVerdict(interpret(language, reading.document));
          else expect(reading.violations.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('every leaf of an accepted normal form has an origin, and nothing else has', () => {
    for (const document of documents) {
      const { verdict, origins } = trace(language, document);
      if (verdict.kind === 'rejected') continue;
      const leaves = leavesOf(verdict.normal, '').sort();
      // Each document has dozens of leaves, and an `expect` for every one of them would take seconds.
      const known = [...origins].filter(([, { requirements }]) => areOf(spec, requirements));
      expect(JSON.stringify(known.map(([leaf]) => leaf).sort())).toBe(JSON.stringify(leaves));
      expect(origins.size).toBe(leaves.length);
    }
  });

  test.each([
    ['10,000 nested lists in JSON', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['10,000 nested lists in YAML, block style', `commands:\n  ${'- '.repeat(10_000)}a\n`],
    ['a bomb of aliases', bomb((index) => `x${index}: &x${index} [${`*x${index - 1}, `.repeat(9)}]`)],
    ['a bomb of merges', bomb((index) => `x${index}: &x${index} {<<: [${`*x${index - 1}, `.repeat(9)}]}`)],
    ['two million characters', `commands: [${'a'.repeat(2_000_000)}]`],
  ])('%s is refused', (_what, text) => {
    const reading = readYaml(text);
    const verdict = reading.kind === 'read' ? interpret(language, reading.document) : reading;
    expect(verdict.kind).not.toBe('accepted');
    const json = readJson(text);
    expect(json.kind === 'read' ? interpret(language, json.document).kind : json.kind).not.toBe('accepted');
  });
});

/** Returns whether there are requirements, and all are of the edition. */
function areOf({ levels }: EditionSpec, requirements: readonly string[]): boolean {
  return requirements.length > 0 && requirements.every((each) => Object.hasOwn(levels, each));
}

function bomb(line: (index: number) => string): string {
  return ['x0: &x0 {a: b}', ...Array.from({ length: 30 }, (_, index) => line(index + 1))].join('\n');
}

function leavesOf(value: unknown, pointer: string): string[] {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return [pointer];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, pointer + step(key)));
}
