import { describe, expect, test } from 'vitest';
import { examples } from '../../../spec/catalogue.ts';
import { interpret } from '../../interpret.ts';
import { LANGUAGE } from './language.ts';
import { readYaml } from '../../yaml/yaml.ts';
import { SPEC } from '../../../spec/generated/editions/dstack-0.18.42/edition.ts';

describe('every example of every requirement', () => {
  test.each(examples(SPEC).map((example) => [example.id, example] as const))('%s', (_id, example) => {
    const reading = readYaml(example.yaml);
    const verdict =
      reading.kind === 'read'
        ? interpret(LANGUAGE, reading.document)
        : { kind: 'rejected' as const, violations: reading.violations };
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
