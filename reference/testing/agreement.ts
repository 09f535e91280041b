import { describe, expect, test } from 'vitest';
import { exceptionFor } from '../../spec/exceptions.ts';
import { examples } from '../../spec/catalogue.ts';
import type { EditionSpec } from '../../spec/edition.ts';
import { readMeasurements } from '../../spec/sources.ts';
import { documentJson } from '../document/document-json.ts';
import { parent } from '../document/pointer.ts';
import type { Reading } from '../document/reading.ts';
import { interpret, type Verdict } from '../interpret.ts';
import { readJson } from '../json/json.ts';
import type { Language } from '../language.ts';
import { readYaml } from '../yaml/yaml.ts';

/** An edition as its tests know it. */
export interface Tested<Fields extends object, Normal extends object> {
  /** The folder of the edition. */
  readonly edition: string;
  readonly spec: EditionSpec<Normal>;
  readonly language: Language<Fields, Normal>;
}

/** Tests that the reference agrees with the measurements of an edition, outside the two lists of exceptions. */
export function testAgreement<Fields extends object, Normal extends object>({
  edition,
  spec,
  language,
}: Tested<Fields, Normal>): void {
  const all = readMeasurements(edition);
  const measurements = all
    .filter(({ isOutdated }) => !isOutdated)
    .map((each) => ({ ...each, reading: readYaml(each.yaml) }));

  test('agree on every row outside the two lists, and disagree on every row inside', () => {
    const disagreeing = measurements
      .filter(({ reading, normal }) => {
        // A test compares every measured normal form with its schema.
        const expected = normal === undefined ? 'rejected' : language.stringify(normal as Normal);
        return textOf(language, meaningOf(language, reading)) !== expected;
      })
      .map(({ id }) => id);
    const excused = measurements.filter(({ id }) => exceptionFor(spec, id) !== undefined).map(({ id }) => id);
    const kinds = excused.map((id) => exceptionFor(spec, id)?.kind);
    const diverging = kinds.filter((kind) => kind === 'divergence').length;
    console.log(
      `measurements: ${measurements.length}, agreements: ${measurements.length - disagreeing.length}, ` +
        `divergences: ${diverging}, out of scope: ${excused.length - diverging}`,
    );
    expect(disagreeing).toEqual(excused);
    expect(excused.length).toBeLessThan(measurements.length * 0.05);
  });

  test('the exception lists name only measurements that exist', () => {
    const known = new Set(all.map(({ id }) => id));
    const named = [...spec.divergences, ...spec.outOfScope].flatMap((each) => each.measurements);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  test('a rejected row that names a path has a violation there, or directly above or below', () => {
    const naming = measurements.filter(({ paths, normal }) => normal === undefined && paths !== undefined);
    const hits = naming.filter(({ reading, paths }) => {
      const verdict = meaningOf(language, reading);
      if (verdict.kind === 'accepted') return false;
      return verdict.violations.some((each) => paths?.some((path) => isNear(path, each.path)));
    });
    console.log(`paths: ${hits.length} of ${naming.length}`);
    expect(hits.length / naming.length).toBeGreaterThanOrEqual(0.95);
  });

  test('JSON with the same values as the YAML has the same meaning', () => {
    const different = measurements.filter(({ reading }) => {
      const json = reading.kind === 'read' ? documentJson(reading.document) : undefined;
      if (json === undefined) return false;
      return (
        textOf(language, meaningOf(language, readJson(json))) !==
        textOf(language, meaningOf(language, reading))
      );
    });
    expect(different.map(({ id }) => id)).toEqual([]);
  });
}

/** Tests that the reference makes of every example of every requirement what the spec says. */
export function testExamples<Fields extends object, Normal extends object>({
  spec,
  language,
}: Pick<Tested<Fields, Normal>, 'spec' | 'language'>): void {
  describe('every example of every requirement', () => {
    test.each(examples(spec).map((example) => [example.id, example] as const))('%s', (_id, example) => {
      const verdict = meaningOf(language, readYaml(example.yaml));
      if (example.kind === 'accepted') {
        expect(verdict).toEqual({ kind: 'accepted', normal: example.normal });
        return;
      }
      const broken = verdict.kind === 'rejected' ? verdict.violations : [];
      expect(broken.map(({ requirement, path }) => ({ requirement, path }))).toContainEqual({
        requirement: example.requirement,
        path: example.path,
      });
    });
  });
}

function meaningOf<Fields extends object, Normal extends object>(
  language: Language<Fields, Normal>,
  reading: Reading,
): Verdict<Normal> {
  return reading.kind === 'read'
    ? interpret(language, reading.document)
    : { kind: 'rejected', violations: reading.violations };
}

function textOf<Fields extends object, Normal extends object>(
  language: Language<Fields, Normal>,
  verdict: Verdict<Normal>,
): string {
  return verdict.kind === 'accepted' ? language.stringify(verdict.normal) : 'rejected';
}

function isNear(one: string, other: string): boolean {
  return one === other || parent(one) === other || one === parent(other);
}
