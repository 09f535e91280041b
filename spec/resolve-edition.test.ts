import { describe, expect, test } from 'vitest';
import type { EditionFile } from './generated/edition-file.ts';
import type { ChangedEntry, RequirementEntry, RequirementFile } from './generated/requirement-file.ts';
import { resolveEdition, type OwnData, type ResolvedData } from './resolve-edition.ts';

const MINIMAL = {
  document: 'type: a\n',
  normal: {},
  refused: { yaml: 'nodes: 0', requirement: 'nodes/positive', path: '/nodes' },
};

function entry(id: string, changes: Partial<RequirementEntry> = {}): RequirementEntry {
  return {
    id,
    level: 'documented',
    sentence: `The sentence of ${id}.`,
    source: { page: ['A line.'] },
    accepts: [{ yaml: 'nodes: 1', normal: {} }],
    ...changes,
  };
}

function file(topic: string, requirements: RequirementEntry[], changes?: ChangedEntry[]): RequirementFile {
  return { topic, about: `About ${topic}.`, requirements, ...(changes === undefined ? {} : { changes }) };
}

const FIRST: OwnData = {
  edition: { id: 'first/a', title: 'First', topics: ['run', 'ports'], minimal: MINIMAL },
  files: [
    file('ports', [entry('ports/list')]),
    file('run', [
      entry('nodes/number'),
      entry('nodes/positive', { rejects: [{ yaml: 'nodes: 0', path: '/nodes' }] }),
      entry('nodes/default'),
    ]),
  ],
};

function resolved(own: OwnData, base?: ResolvedData): ResolvedData {
  const resolution = resolveEdition(own, base);
  if (resolution.kind === 'faulty') throw new Error(resolution.faults.join('\n'));
  return resolution.data;
}

const BASE = resolved(FIRST);

/** The data of an edition that extends the first one. */
function later(files: readonly RequirementFile[], edition: Partial<EditionFile> = {}): OwnData {
  return { edition: { id: 'later/a', title: 'Later', extends: 'first', ...edition }, files };
}

function idsOf({ files }: ResolvedData): string[] {
  return files.flatMap(({ requirements }) => requirements.map(({ id }) => id));
}

function faultsOf(own: OwnData, base?: ResolvedData): readonly string[] {
  const resolution = resolveEdition(own, base);
  return resolution.kind === 'faulty' ? resolution.faults : [];
}

describe('an edition that extends no other one', () => {
  test('has its own requirements, by topic in reading order', () => {
    expect(idsOf(BASE)).toEqual(['nodes/number', 'nodes/positive', 'nodes/default', 'ports/list']);
  });

  test('must name all its topics and no other', () => {
    const edition = { ...FIRST.edition, topics: ['run', 'gpu'] };
    expect(faultsOf({ ...FIRST, edition })).toEqual(['the topics lack ports', 'there is no topic gpu']);
  });

  test('has nothing to remove or to change', () => {
    const edition = { ...FIRST.edition, removes: ['ports/range'] };
    expect(faultsOf({ ...FIRST, edition })).toEqual([
      'ports/range is removed, and the extended edition has no such requirement',
    ]);
    const files = [...FIRST.files.slice(1), file('ports', [], [{ id: 'ports/list', level: 'observed' }])];
    expect(faultsOf({ ...FIRST, files })).toEqual([
      'ports/list is changed, and the topic ports of the extended edition lacks it',
    ]);
  });
});

describe('an edition that extends another one', () => {
  test('takes over everything that it does not mention', () => {
    const { files, minimal } = resolved(later([]), BASE);
    expect(files).toEqual(BASE.files);
    expect(minimal).toEqual(MINIMAL);
  });

  test('puts new requirements behind those of their topic, and new topics last', () => {
    const files = [file('gpu', [entry('gpu/text')]), file('run', [entry('name/given')])];
    expect(idsOf(resolved(later(files), BASE))).toEqual([
      'nodes/number',
      'nodes/positive',
      'nodes/default',
      'name/given',
      'ports/list',
      'gpu/text',
    ]);
  });

  test('may have another reading order', () => {
    const own = later([file('gpu', [entry('gpu/text')])], { topics: ['gpu', 'ports', 'run'] });
    expect(resolved(own, BASE).files.map(({ topic }) => topic)).toEqual(['gpu', 'ports', 'run']);
  });

  test('changes level and source of a requirement in its place, and keeps the rest', () => {
    const source = { measurements: ['nodes-0001'] };
    const changes: ChangedEntry[] = [{ id: 'nodes/positive', level: 'observed', source }];
    const { files } = resolved(later([file('run', [], changes)]), BASE);
    expect(files[0]?.requirements).toEqual([
      entry('nodes/number'),
      entry('nodes/positive', {
        level: 'observed',
        source,
        rejects: [{ yaml: 'nodes: 0', path: '/nodes' }],
      }),
      entry('nodes/default'),
    ]);
  });

  test('takes rejected examples away with an empty list', () => {
    const { files } = resolved(later([file('run', [], [{ id: 'nodes/positive', rejects: [] }])]), BASE);
    expect(files[0]?.requirements[1]).toEqual(entry('nodes/positive'));
  });

  test('does not have what it removes, nor a topic of which nothing is left', () => {
    const { files } = resolved(later([], { removes: ['nodes/default', 'ports/list'] }), BASE);
    expect(files.map(({ topic }) => topic)).toEqual(['run']);
    expect(files[0]?.requirements.map(({ id }) => id)).toEqual(['nodes/number', 'nodes/positive']);
  });

  test('can be extended itself', () => {
    const middle = resolved(later([file('gpu', [entry('gpu/text')])], { removes: ['ports/list'] }), BASE);
    const last = later([file('gpu', [], [{ id: 'gpu/text', level: 'observed' }])], { extends: 'later' });
    const { files } = resolved(last, middle);
    expect(files.at(-1)?.requirements).toEqual([entry('gpu/text', { level: 'observed' })]);
  });

  test.each<[string, OwnData, string]>([
    [
      'that removes an unknown requirement',
      later([], { removes: ['nodes/unknown'] }),
      'nodes/unknown is removed, and the extended edition has no such requirement',
    ],
    [
      'that changes an unknown requirement',
      later([file('run', [], [{ id: 'nodes/unknown', level: 'observed' }])]),
      'nodes/unknown is changed, and the topic run of the extended edition lacks it',
    ],
    [
      'that changes a requirement of another topic',
      later([file('ports', [], [{ id: 'nodes/number', level: 'observed' }])]),
      'nodes/number is changed, and the topic ports of the extended edition lacks it',
    ],
    [
      'that calls a known requirement new',
      later([file('run', [entry('nodes/number')])]),
      'nodes/number is not new: the extended edition has it, so it belongs to the changes',
    ],
    [
      'that changes what it removes',
      later([file('run', [], [{ id: 'nodes/number', level: 'observed' }])], { removes: ['nodes/number'] }),
      'nodes/number is named twice',
    ],
  ])('%s has a fault', (_, own, fault) => {
    expect(faultsOf(own, BASE)).toEqual([fault]);
  });
});
