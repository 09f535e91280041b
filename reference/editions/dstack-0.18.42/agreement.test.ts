import { describe, expect, test } from 'vitest';
import { exceptionFor } from '../../../spec/exceptions.ts';
import { readMeasurements } from '../../../spec/sources.ts';
import type { NormalForm } from '../../../spec/generated/editions/dstack-0.18.42/normal-form.ts';
import { documentJson } from '../../document/document-json.ts';
import { interpret, type Verdict } from '../../interpret.ts';
import { LANGUAGE } from './language.ts';
import { readJson } from '../../json/json.ts';
import { parent } from '../../document/pointer.ts';
import type { Reading } from '../../document/reading.ts';
import { readYaml } from '../../yaml/yaml.ts';
import { SPEC } from '../../../spec/generated/editions/dstack-0.18.42/edition.ts';
import { EDITION } from '../../../spec/testing/edition.ts';

const measurements = readMeasurements(EDITION).filter(({ isOutdated }) => !isOutdated);

function meaningOf(reading: Reading): Verdict<NormalForm> {
  return reading.kind === 'read'
    ? interpret(LANGUAGE, reading.document)
    : { kind: 'rejected', violations: reading.violations };
}

function textOf(verdict: Verdict<NormalForm>): string {
  return verdict.kind === 'accepted' ? LANGUAGE.stringify(verdict.normal) : 'rejected';
}

function isNear(one: string, other: string): boolean {
  return one === other || parent(one) === other || one === parent(other);
}

describe('the reference and the measurements', () => {
  test('agree on every row outside the two lists, and disagree on every row inside', () => {
    const disagreeing = measurements
      .filter(({ yaml, normal }) => {
        const expected =
          normal === undefined ? 'rejected' : LANGUAGE.stringify(normal as unknown as NormalForm);
        return textOf(meaningOf(readYaml(yaml))) !== expected;
      })
      .map(({ id }) => id);
    const excused = measurements.filter(({ id }) => exceptionFor(SPEC, id) !== undefined).map(({ id }) => id);
    const kinds = excused.map((id) => exceptionFor(SPEC, id)?.kind);
    const diverging = kinds.filter((kind) => kind === 'divergence').length;
    console.log(
      `measurements: ${measurements.length}, agreements: ${measurements.length - disagreeing.length}, ` +
        `divergences: ${diverging}, out of scope: ${excused.length - diverging}`,
    );
    expect(disagreeing).toEqual(excused);
    expect(excused.length).toBeLessThan(measurements.length * 0.05);
  });

  test('the exception lists name only measurements that exist', () => {
    const known = new Set(readMeasurements(EDITION).map(({ id }) => id));
    const named = [...SPEC.divergences, ...SPEC.outOfScope].flatMap((each) => each.measurements);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  test('a rejected row that names a path has a violation there, or directly above or below', () => {
    const naming = measurements.filter(({ paths, normal }) => normal === undefined && paths !== undefined);
    const hits = naming.filter(({ yaml, paths }) => {
      const verdict = meaningOf(readYaml(yaml));
      if (verdict.kind === 'accepted') return false;
      return verdict.violations.some((each) => paths?.some((path) => isNear(path, each.path)));
    });
    console.log(`paths: ${hits.length} of ${naming.length}`);
    expect(hits.length / naming.length).toBeGreaterThanOrEqual(0.95);
  });

  test('JSON with the same values as the YAML has the same meaning', () => {
    const different = measurements.filter(({ yaml }) => {
      const reading = readYaml(yaml);
      const json = reading.kind === 'read' ? documentJson(reading.document) : undefined;
      return json !== undefined && textOf(meaningOf(readJson(json))) !== textOf(meaningOf(reading));
    });
    expect(different.map(({ id }) => id)).toEqual([]);
  });
});
