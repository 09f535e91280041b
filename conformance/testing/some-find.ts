import { LANGUAGE } from '../../reference/editions/dstack-0.18.42/language.ts';
import type { NormalForm } from '../../spec/generated/editions/dstack-0.18.42/normal-form.ts';
import type { Find } from '../corpus/find.ts';
import { SPEC } from '../../spec/generated/editions/dstack-0.18.42/edition.ts';
import { EDITION } from './edition.ts';

/** Makes a right find: a port that no machine has must be refused. Tests change the parts that matter to them. */
export function someFind(changes: Partial<Find> = {}): Find {
  return {
    edition: EDITION,
    input: { kind: 'yaml', text: 'type: task\nports: [0]\ncommands: [a]\n' },
    expected: { kind: 'rejected', violations: [{ requirement: 'ports/range', path: '/ports/0' }] },
    requirements: ['ports/range'],
    failure: { kind: 'accepted-invalid', path: '/ports/*' },
    found: { suite: '1.2.3', seed: 7 },
    ...changes,
  };
}

/** Makes a find whose document is valid and means the minimal task with these changes. */
export function acceptedFind(text: string, changes: Partial<NormalForm> = {}): Find {
  return someFind({
    input: { kind: 'yaml', text },
    expected: { kind: 'accepted', normal: LANGUAGE.stringify({ ...SPEC.minimal.normal, ...changes }) },
    requirements: ['commands/list'],
    failure: { kind: 'rejected-valid', path: '' },
  });
}
