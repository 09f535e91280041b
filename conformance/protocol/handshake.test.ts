import { describe, expect, it } from 'vitest';
import { readIntroduction } from './handshake.ts';

const FIELDS = ['nodes', 'commands', 'resources.cpu', 'resources.gpu'];

/** The edition that is asked for. */
const SPEC = 'toy-1/toy';

const RIGHT = { protocol: 1, implementation: { name: 'x' }, inputs: ['json'] };

function greet(result: unknown, id: unknown = 0) {
  return readIntroduction(JSON.stringify({ jsonrpc: '2.0', id, result }), FIELDS, SPEC);
}

describe('readIntroduction', () => {
  it('gives omitted members their defaults', () => {
    expect(greet(RIGHT)).toEqual({
      kind: 'introduced',
      introduction: { name: 'x', version: null, language: null, inputs: ['json'], window: 1 },
    });
  });

  it('ignores unknown members', () => {
    expect(greet({ ...RIGHT, colour: 'green' })).toMatchObject({ kind: 'introduced' });
  });

  it.each([
    ['another protocol', { ...RIGHT, protocol: 2 }, 'speaks protocol "2"'],
    ['no protocol', { ...RIGHT, protocol: undefined }, "required property 'protocol'"],
    ['no inputs', { ...RIGHT, inputs: [] }, '/result/inputs'],
    [
      'an unknown input',
      { ...RIGHT, inputs: ['json', 'toml'] },
      '/result/inputs/1 must be one of "json", "yaml"',
    ],
    ['a window of 0', { ...RIGHT, window: 0 }, '/result/window'],
    ['a name that is no text', { ...RIGHT, implementation: { name: 5 } }, '/result/implementation/name'],
    ['null', null, '/result must be object'],
    ['no fields', { ...RIGHT, fields: [] }, '/result/fields'],
    ['a field that is no text', { ...RIGHT, fields: [1] }, '/result/fields/0'],
    ['an unknown field', { ...RIGHT, fields: ['node'] }, '"node", which does not exist; did you mean nodes?'],
    ['a part without its path', { ...RIGHT, fields: ['nodes', 'gpu'] }, 'did you mean resources.gpu?'],
    ['a part of a field', { ...RIGHT, fields: ['resources.gpu.count'] }, 'did you mean resources.gpu?'],
    ['several', { ...RIGHT, fields: ['x', 'y'] }, '(and 1 more unknown names); the fields are nodes, '],
  ])('refuses %s with a diagnosis', (_name, result, diagnosis) => {
    expect(greet(result)).toEqual({
      kind: 'refused',
      diagnosis: expect.stringContaining(diagnosis) as string,
    });
  });

  it('keeps the declared fields, each once', () => {
    const fields = ['nodes', 'resources', 'nodes'];
    expect(greet({ ...RIGHT, fields })).toMatchObject({ introduction: { fields: ['nodes', 'resources'] } });
  });

  it.each([
    ['spec', { spec: SPEC }, [SPEC]],
    ['specs', { specs: ['toy-2/toy', SPEC, 'toy-2/toy'] }, ['toy-2/toy', SPEC]],
  ])('keeps the editions of %s, each once', (_name, declared, editions) => {
    expect(greet({ ...RIGHT, ...declared })).toMatchObject({ introduction: { editions } });
  });

  it.each([
    ['spec', { spec: 'toy-2/toy' }, ['toy-2/toy']],
    ['specs', { specs: ['toy-3/toy', 'toy-2/toy'] }, ['toy-3/toy', 'toy-2/toy']],
  ])('refuses an edition that is not in %s, and says which are', (_name, declared, editions) => {
    expect(greet({ ...RIGHT, ...declared, fields: ['of the other edition'] })).toEqual({
      kind: 'refused',
      diagnosis: expect.stringContaining('is asked for toy-1/toy: --edition chooses') as string,
      editions,
    });
  });

  it('cuts a name that is too long to read', () => {
    const implementation = { name: 'n'.repeat(1_000_000), version: '1'.repeat(1_000_000) };
    expect(JSON.stringify(greet({ ...RIGHT, implementation })).length).toBeLessThan(1000);
  });

  it('refuses a protocol that is nested deeper than JSON can be written', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    expect(
      readIntroduction(`{"jsonrpc":"2.0","id":0,"result":{"protocol":${deep}}}`, FIELDS, SPEC),
    ).toMatchObject({
      kind: 'refused',
    });
  });

  it('refuses a line that does not answer the handshake', () => {
    expect(greet(RIGHT, 1)).toMatchObject({ kind: 'refused' });
    expect(readIntroduction('Listening…', FIELDS, SPEC)).toMatchObject({ kind: 'refused' });
  });
});
