import { describe, expect, it } from 'vitest';
import { editionFolders } from '../../spec/sources.ts';
import { editionWithId, findEdition } from './find-edition.ts';
import { EDITIONS, READABLE, type Register } from './register.ts';
import type { Registered } from '../edition.ts';

function registered(id: string): Registered {
  return { id, loadInterpreter: notNeeded, loadSpec: notNeeded, load: notNeeded };
}

function notNeeded(): Promise<never> {
  return Promise.reject(new Error('it is not loaded to be found'));
}

const REGISTER: Register = [
  registered('dstack-0.18.42/task'),
  registered('dstack-0.21.2/task'),
  registered('toy-1/toy'),
];

function reasonOf(name: string): string | undefined {
  const found = findEdition(REGISTER, name);
  return found.kind === 'unknown' ? found.reason : undefined;
}

describe('an edition', () => {
  it.each(['dstack-0.21.2/task', 'dstack-0.21.2', '0.21.2'])('is found by %s', (name) => {
    expect(findEdition(REGISTER, name)).toMatchObject({ edition: { id: 'dstack-0.21.2/task' } });
  });

  it('is the first one where nothing is said', () => {
    expect(findEdition(REGISTER, undefined)).toMatchObject({ edition: { id: 'dstack-0.18.42/task' } });
  });

  it.each(['', 'task', 'dstack', '0.21', '/task', '0.21.2/task', 'DSTACK-0.21.2'])(
    'is not found by %j',
    (name) => {
      expect(findEdition(REGISTER, name).kind).toBe('unknown');
    },
  );

  it('is found in logs by its whole id alone', () => {
    expect(editionWithId(REGISTER, 'dstack-0.21.2/task').kind).toBe('found');
    expect(editionWithId(REGISTER, '0.21.2').kind).toBe('unknown');
  });
});

describe('an unknown name', () => {
  it.each([
    ['0.21.3', 'dstack-0.21.2/task'],
    ['0.18.43', 'dstack-0.18.42/task'],
    ['dstack-0.18.4', 'dstack-0.18.42/task'],
    ['toy', 'toy-1/toy'],
  ])('%s: all editions are named, the nearest one first', (name, nearest) => {
    const [, all = ''] = (reasonOf(name) ?? '').split(`there is no edition ${name}; there are `);
    expect(all.split(', ')[0]).toBe(nearest);
    expect(all.split(', ').sort()).toEqual(REGISTER.map(({ id }) => id));
  });
});

describe('the register', () => {
  it('has every edition of the spec', () => {
    expect(READABLE.map(({ id }) => id.split('/')[0]).sort()).toEqual(editionFolders());
  });

  it('chooses the same edition for reading and for certifying where nothing is said', () => {
    expect(READABLE[0]).toBe(EDITIONS[0]);
  });

  it.each(READABLE)('loads the reading part of $id, whose parts belong together', async (edition) => {
    const [{ id, language, levels }, spec] = await Promise.all([
      edition.loadInterpreter(),
      edition.loadSpec(),
    ]);
    expect([id, spec.id]).toEqual([edition.id, edition.id]);
    expect(levels).toBe(spec.levels);
    const { normal } = spec.minimal;
    expect(JSON.parse(language.stringify(normal))).toEqual(normal);
  });

  it.each(EDITIONS)(
    'loads $id, whose parts belong together',
    async ({ id, load, loadSpec, loadInterpreter }) => {
      const { spec, ...edition } = await load();
      expect([edition.id, spec.id]).toEqual([id, id]);
      expect(await loadSpec()).toBe(spec);
      expect(await loadInterpreter()).toEqual({ id, language: edition.language, levels: spec.levels });
      expect(edition.grammar.levels).toBe(spec.levels);
      const { normal } = spec.minimal;
      expect(JSON.parse(edition.language.stringify(normal))).toEqual(normal);
    },
  );
});
