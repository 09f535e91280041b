import { describe, expect, it } from 'vitest';
import { readIntroduction } from './handshake.ts';

const RIGHT = { protocol: 1, implementation: { name: 'x' }, inputs: ['json'] };

function greet(result: unknown, id: unknown = 0) {
  return readIntroduction(JSON.stringify({ jsonrpc: '2.0', id, result }));
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
  ])('refuses %s with a diagnosis', (_name, result, diagnosis) => {
    expect(greet(result)).toEqual({
      kind: 'refused',
      diagnosis: expect.stringContaining(diagnosis) as string,
    });
  });

  it('cuts a name that is too long to read', () => {
    const implementation = { name: 'n'.repeat(1_000_000), version: '1'.repeat(1_000_000) };
    expect(JSON.stringify(greet({ ...RIGHT, implementation })).length).toBeLessThan(1000);
  });

  it('refuses a protocol that is nested deeper than JSON can be written', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    expect(readIntroduction(`{"jsonrpc":"2.0","id":0,"result":{"protocol":${deep}}}`)).toMatchObject({
      kind: 'refused',
    });
  });

  it('refuses a line that does not answer the handshake', () => {
    expect(greet(RIGHT, 1)).toMatchObject({ kind: 'refused' });
    expect(readIntroduction('Listening…')).toMatchObject({ kind: 'refused' });
  });
});
