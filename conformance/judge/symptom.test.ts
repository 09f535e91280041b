import { describe, expect, it } from 'vitest';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { generated } from '../testing/generated.ts';
import {
  caseAbout,
  crashOf,
  invalidCase,
  resultOf,
  wrongValues,
  wrongVerdict,
} from '../testing/some-failure.ts';
import { essenceOf, generalized, subjectsOf, symptomKey, symptomsOf } from './symptom.ts';

const TEST = caseAbout(['type/task', 'commands/list', 'ports/range', 'yaml/comments']);

function keysOf(result: ReturnType<typeof crashOf>): string[] {
  return symptomsOf(result).map(symptomKey);
}

describe('generalized', () => {
  it.each([
    ['', ''],
    ['/nodes', '/nodes'],
    ['/ports/0', '/ports/*'],
    ['/ports/12/container_port', '/ports/*/container_port'],
    ['/resources/gpu/name/3', '/resources/gpu/name/*'],
    ['/env', '/env'],
    ['/env/0', '/env/*'],
    ['/env/PATH', '/env/*'],
    ['/env/A~1B', '/env/*'],
    ['/volumes/1a', '/volumes/1a'],
    ['/7', '/7'],
  ])('%j becomes %j', (path, general) => {
    expect(generalized(path)).toBe(general);
    expect(generalized(general)).toBe(general);
  });

  it('leaves out the name of an unknown field', () => {
    expect(generalized('/what', 'document/known-fields')).toBe('/*');
    expect(generalized('/resources/what', 'resources/known-fields')).toBe('/resources/*');
    expect(generalized('/ports/3/what', 'ports/object-known-fields')).toBe('/ports/*/*');
  });
});

describe('the symptoms', () => {
  it('are one for each leaf of a wrong value, with the requirements that decided it', () => {
    const result = wrongValues(TEST, ['/ports/3', '/nodes'], ['ports/range']);
    expect(symptomsOf(result)).toMatchObject([
      {
        kind: 'wrong-value',
        path: '/ports/*',
        requirements: ['ports/range'],
        difference: { path: '/ports/3' },
      },
      { kind: 'wrong-value', path: '/nodes', requirements: ['ports/range'], difference: { path: '/nodes' } },
    ]);
  });

  it('name the broken requirements of an accepted invalid document, and their levels', () => {
    expect(symptomsOf(wrongVerdict(invalidCase(['ports/range'], '/ports/7')))).toEqual([
      {
        kind: 'accepted-invalid',
        path: '/ports/*',
        level: 'observed',
        requirements: ['ports/range'],
        said: '',
      },
    ]);
  });

  it.each([
    ['{"rejected":[{"path":"/ports/7","message":"m"}]}', '/ports/*'],
    ['{"rejected":[{"path":"/env/HOME"},{"path":"/nodes"}]}', '/env/*'],
    ['{"rejected":[{"path":"ports.7","message":"m"}]}', ''],
    ['{"rejected":[{"message":"m"}]}', ''],
    ['{"rejected":[{"path":5}]}', ''],
    ['{"rejected":[null]}', ''],
    ['{"rejected":[]}', ''],
    ['{"rejected":{}}', ''],
    ['{"rejected', ''],
  ])('are at the place that was named for a refused valid document: %s', (json, path) => {
    const [symptom, ...others] = symptomsOf(wrongVerdict(TEST, { kind: 'result', json }));
    expect([symptom?.kind, symptom?.path, others]).toEqual(['rejected-valid', path, []]);
  });

  it('have no place if it is longer than any in a document', () => {
    const json = JSON.stringify({ rejected: [{ path: `/${'x'.repeat(100_000)}` }] });
    const [symptom] = symptomsOf(wrongVerdict(TEST, { kind: 'result', json }));
    expect(symptom?.path).toBe('');
  });

  it('are about the whole document for a crash, a hang and a protocol error', () => {
    const hang = resultOf(TEST, { kind: 'hang', message: 'm' });
    const noise = resultOf(TEST, {
      kind: 'protocol-error',
      fault: { kind: 'bad-json', message: 'm', text: '{' },
    });
    const symptoms = [crashOf(TEST), hang, noise].flatMap(symptomsOf);
    expect(symptoms.map(({ kind, path }) => [kind, path])).toEqual([
      ['crash', ''],
      ['hang', ''],
      ['bad-json', ''],
    ]);
    for (const { requirements } of symptoms) expect(requirements).toEqual(TEST.requirements);
  });

  it('are empty for a result that is no failure', () => {
    const reason = 'r';
    for (const outcome of [
      { kind: 'pass' },
      { kind: 'unsupported', reason },
      { kind: 'not-run', reason },
    ] as const)
      expect(symptomsOf(resultOf(TEST, outcome))).toEqual([]);
  });
});

describe('the key of a symptom', () => {
  it('is the same at other items, and for documents about other things', () => {
    expect(keysOf(wrongValues(TEST, ['/ports/0']))).toEqual(keysOf(wrongValues(caseAbout([]), ['/ports/9'])));
    expect(keysOf(crashOf(TEST))).toEqual(keysOf(crashOf(caseAbout([]))));
  });

  it('differs for another kind and place', () => {
    const all = [
      crashOf(TEST),
      wrongVerdict(TEST),
      wrongValues(TEST, ['']),
      wrongValues(TEST, ['/nodes']),
      wrongVerdict(invalidCase(['ports/range'])),
    ].flatMap(keysOf);
    expect(new Set(all).size).toBe(all.length);
  });

  it('differs for another requirement that is broken at the same place', () => {
    expect(keysOf(wrongVerdict(invalidCase(['ports/range'], '/ports/0')))).not.toEqual(
      keysOf(wrongVerdict(invalidCase(['ports/format'], '/ports/0'))),
    );
  });
});

describe('the subjects of a failure', () => {
  it('are all requirements of the document, without those that every document has', () => {
    const [crash] = symptomsOf(crashOf(TEST));
    if (crash === undefined) throw new Error('a crash is a symptom');
    expect([...subjectsOf(crash, TEST)]).toEqual(TEST.requirements);
    expect([...essenceOf(crash, TEST)]).toEqual(['ports/range', 'yaml/comments']);
  });

  it('are, for a wrong value, the requirements that decided it and its YAML notations', () => {
    const [wrong] = symptomsOf(wrongValues(TEST, ['/nodes'], ['nodes/number']));
    if (wrong === undefined) throw new Error('a wrong value is a symptom');
    expect([...essenceOf(wrong, TEST)]).toEqual<RequirementId[]>(['nodes/number', 'yaml/comments']);
  });

  it('are, for an accepted invalid document, settled by its key', () => {
    const test = invalidCase(['ports/range']);
    const [accepted] = symptomsOf(wrongVerdict(test));
    expect(accepted && essenceOf(accepted, test).size).toBe(0);
  });

  it('are, for a generated invalid document, all its requirements, and not only the broken one', () => {
    for (const test of generated(50, { kind: 'invalid' })) {
      const [crash] = symptomsOf(crashOf(test));
      expect(crash?.requirements.length).toBeGreaterThan(1);
      expect(crash?.requirements).toContain(test.requirements[0]);
    }
  });
});
