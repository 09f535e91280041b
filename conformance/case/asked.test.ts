import { describe, expect, it } from 'vitest';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { declaredEdition } from '../declared/declared-edition.ts';
import { EDITION } from '../testing/edition.ts';
import { isAsked } from './asked.ts';
import type { Expected } from './case.ts';
import { exampleCases } from './example-cases.ts';
import { caseStream, testsOf } from './generated-cases.ts';

const ACCEPTED: Expected = { kind: 'accepted', normal: '' };

function rejected(requirement: RequirementId, path: string): Expected {
  return { kind: 'rejected', violations: [{ requirement, path }] };
}

/** Returns whether a document is asked of an implementation that declares these fields. */
function asks(
  fields: readonly string[],
  text: string,
  expected: Expected,
  requirement: RequirementId,
): boolean {
  const edition = declaredEdition(EDITION, { fields });
  return isAsked({ id: '', edition, input: { kind: 'yaml', text }, expected, requirements: [requirement] });
}

const NODES = 'type: task\ncommands: [python train.py]\nnodes: 2';

describe('a document is asked', () => {
  it.each<[string, string, Expected, RequirementId]>([
    ['has a declared field', NODES, ACCEPTED, 'nodes/number'],
    ['leaves it out', 'type: task\ncommands: [python train.py]', ACCEPTED, 'nodes/default'],
    ['breaks it', NODES.replace('2', '0'), rejected('nodes/positive', '/nodes'), 'nodes/positive'],
    [
      'has an unknown field',
      `${NODES}\nnode: 1`,
      rejected('document/known-fields', '/node'),
      'document/known-fields',
    ],
    ['is no mapping', '[task]', rejected('document/mapping', ''), 'document/mapping'],
    ['can not be read', 'image: "', rejected('yaml/well-formed', ''), 'yaml/well-formed'],
  ])('if it %s', (_, text, expected, requirement) => {
    expect(asks(['nodes'], text, expected, requirement)).toBe(true);
  });

  it.each<[string, string, Expected, RequirementId]>([
    ['has another field', `${NODES}\nimage: a`, ACCEPTED, 'nodes/number'],
    [
      'has a deprecated key of another field',
      `${NODES}\ntermination_policy: dont-destroy`,
      ACCEPTED,
      'nodes/number',
    ],
    ['has a mapping of other fields', `${NODES}\nresources: {}`, ACCEPTED, 'nodes/number'],
    ['is about the default of another field', NODES, ACCEPTED, 'image/default'],
    ['has other commands than the smallest one', NODES.replace('train', 'run'), ACCEPTED, 'nodes/number'],
    [
      'lacks what the smallest one has',
      'type: task\nnodes: 2',
      rejected('document/commands-or-image', ''),
      'document/commands-or-image',
    ],
    [
      'breaks a rule about a field that is not there',
      NODES,
      rejected('gpu/amd-needs-image', '/image'),
      'gpu/amd-needs-image',
    ],
  ])('unless it %s', (_, text, expected, requirement) => {
    expect(asks(['nodes'], text, expected, requirement)).toBe(false);
  });

  it('if all of a mapping is declared, or the part that it has', () => {
    const text = 'type: task\ncommands: [python train.py]\nresources: {cpu: 4}';
    const asked = ['resources', 'resources.cpu', 'resources.gpu'].map((field) =>
      asks([field], text, ACCEPTED, 'cpu/given'),
    );
    expect(asked).toEqual([true, true, false]);
  });

  it('whatever it has if all fields are declared', () => {
    expect(declaredEdition(EDITION, {})).toBe(EDITION);
    const all = EDITION.grammar.fields.map(({ path: [name = ''] }) => name);
    expect(declaredEdition(EDITION, { fields: all })).toBe(EDITION);
  });
});

describe.each([
  [['nodes']],
  [['type', 'commands', 'resources.gpu']],
  [['env', 'ports', 'volumes', 'image', 'retry']],
])('an implementation of %s', (fields) => {
  const edition = declaredEdition(EDITION, { fields });

  it('is asked examples, though not all', () => {
    const examples = exampleCases(edition);
    expect(examples.length).toBeGreaterThan(100);
    expect(examples.length).toBeLessThan(exampleCases(EDITION).length / 2);
  });

  it('is asked generated cases of these fields alone, as YAML too', () => {
    const stream = caseStream({ edition, seed: 5, inputs: ['json', 'yaml'] });
    for (let count = 0; count < 500; count += 1) {
      const { value } = stream.next();
      for (const test of value === undefined ? [] : testsOf(edition, value, ['json', 'yaml']))
        expect([test.input.text, isAsked(test)]).toEqual([test.input.text, true]);
    }
  });
});
