import { describe, expect, it } from 'vitest';
import { CauseFinder } from './cause-finder.ts';
import type { LoggedSymptom } from './suspect.ts';

const TOPICS = new Map([
  ['ports/range', 'ports'],
  ['ports/format', 'ports'],
  ['ports/list', 'ports'],
  ['nodes/positive', 'run'],
]);

function finder(): CauseFinder<string> {
  return new CauseFinder((id) => TOPICS.get(id) ?? 'other');
}

function symptom(changes: Partial<LoggedSymptom>): LoggedSymptom {
  return { kind: 'wrong-value', path: '', level: 'documented', requirements: [], said: '', ...changes };
}

/** Adds a failing valid case with one symptom. Its sample is its text. */
function failOf(found: CauseFinder<string>, text: string, each: Partial<LoggedSymptom>): void {
  found.fail({
    symptoms: [symptom(each)],
    requirements: ['type/task', ...(each.requirements ?? [])],
    isValid: true,
    size: text.length,
    sample: text,
  });
}

function namesOf(found: CauseFinder<string>): unknown[] {
  return found.causes().map(({ kind, requirement, places, count }) => [kind, requirement, places, count]);
}

describe('a wrong value', () => {
  it('is one cause in a shared reader, with every field where it shows', () => {
    const found = finder();
    for (const field of ['stop_duration', 'max_duration', 'idle_duration'])
      failOf(found, field, { path: `/${field}`, requirements: [`${field}/given`, 'duration/units'] });
    for (let count = 0; count < 20; count += 1)
      found.right(
        ['stop_duration/given', 'max_duration/given', 'idle_duration/given', 'duration/number'],
        true,
      );
    expect(namesOf(found)).toEqual([
      ['wrong-value', 'duration/units', ['/stop_duration', '/max_duration', '/idle_duration'], 3],
    ]);
  });

  it('names the rule and the field if it is in one field alone and the rule goes right in others', () => {
    const found = finder();
    for (const text of ['a', 'b', 'c'])
      failOf(found, text, {
        path: '/stop_duration',
        requirements: ['stop_duration/given', 'duration/units'],
      });
    for (let count = 0; count < 20; count += 1) {
      found.right(['max_duration/given', 'duration/units'], true);
      found.right(['stop_duration/given', 'duration/number'], true);
    }
    const [cause, ...others] = found.causes();
    expect(others).toEqual([]);
    expect(cause).toMatchObject({ place: '/stop_duration', gain: 3 });
    expect([...(cause?.requirements ?? [])].sort()).toEqual(['duration/units', 'stop_duration/given']);
  });

  it('is two causes if it is of two kinds', () => {
    const found = finder();
    for (const text of ['a', 'b']) {
      failOf(found, text, { path: '/nodes', requirements: ['nodes/default'] });
      failOf(found, text, { path: '/ports/*', requirements: ['ports/list', 'ports/mapping'] });
    }
    found.right(['ports/list', 'ports/number'], true);
    expect(namesOf(found)).toEqual([
      ['wrong-value', 'nodes/default', ['/nodes'], 2],
      ['wrong-value', 'ports/mapping', ['/ports/*'], 2],
    ]);
  });
});

describe('the gain of a cause', () => {
  it('counts the cases that fail for no other cause', () => {
    const found = finder();
    const nodes = symptom({ path: '/nodes', requirements: ['nodes/default'] });
    const ports = symptom({ path: '/ports/*', requirements: ['ports/list'] });
    const base = { requirements: ['type/task', 'ports/list'], isValid: true, size: 1, sample: '' };
    found.fail({ ...base, symptoms: [nodes, ports] });
    found.fail({ ...base, symptoms: [nodes] });
    found.fail({ ...base, symptoms: [nodes] });
    expect(found.causes().map(({ requirement, count, gain }) => [requirement, count, gain])).toEqual([
      ['nodes/default', 3, 2],
      ['ports/list', 1, 0],
    ]);
  });
});

describe('a valid document that is refused', () => {
  const RESTS = ['type/task', 'commands/list', 'stop_duration/given'];

  function refuse(found: CauseFinder<string>, extra: string, changes: Partial<LoggedSymptom>): void {
    failOf(found, extra, { kind: 'rejected-valid', requirements: [...RESTS, extra], ...changes });
  }

  it('is one cause if the place and the message are the same, whatever value was there', () => {
    const found = finder();
    refuse(found, 'duration/off', { path: '/stop_duration', said: 'bad' });
    refuse(found, 'duration/off-text', { path: '/stop_duration', said: 'bad' });
    for (let count = 0; count < 20; count += 1) found.right([...RESTS, 'duration/units'], true);
    expect(namesOf(found)).toEqual([['rejected-valid', 'duration/off-text', ['/stop_duration'], 2]]);
  });

  it('is one cause if no place is named but the documents share a field', () => {
    const found = finder();
    refuse(found, 'duration/off', {});
    refuse(found, 'duration/off-text', {});
    for (let count = 0; count < 20; count += 1) {
      found.right([...RESTS, 'duration/units'], true);
      found.right(['type/task', 'max_duration/given', 'duration/off', 'duration/off-text'], true);
    }
    expect(found.causes()).toHaveLength(1);
  });
});

describe('a crash', () => {
  it('with the same last words is one cause, whatever the documents rest on', () => {
    const found = finder();
    const said = 'it exited with code #\nKeyError: "…"';
    for (const id of ['a/b', 'c/d', 'e/f']) failOf(found, id, { kind: 'crash', requirements: [id], said });
    failOf(found, 'other', {
      kind: 'crash',
      requirements: ['g/h'],
      said: 'it exited with code #\nMemoryError',
    });
    expect(found.causes().map(({ said: words, count }) => [words, count])).toEqual([
      [said, 3],
      ['it exited with code #\nMemoryError', 1],
    ]);
  });

  it('names no requirement if every document crashes the program', () => {
    const found = finder();
    for (const id of ['a/b', 'c/d']) failOf(found, id, { kind: 'crash', requirements: ['type/task', id] });
    expect(found.causes()).toMatchObject([{ requirement: undefined, count: 2 }]);
  });
});

describe('an invalid document that is accepted', () => {
  function accept(found: CauseFinder<string>, id: string, path = `/${id}`): void {
    const each = symptom({ kind: 'accepted-invalid', path, requirements: [id] });
    found.fail({ symptoms: [each], requirements: [id], isValid: false, size: 1, sample: id });
  }

  it('is one cause if a program refuses nothing', () => {
    const found = finder();
    for (let count = 0; count < 50; count += 1) accept(found, `field${count % 12}/format`);
    expect(found.causes()).toMatchObject([{ kind: 'accepted-invalid', requirement: undefined, count: 50 }]);
  });

  it('is one cause if a program refuses nothing of a topic', () => {
    const found = finder();
    for (const id of ['ports/range', 'ports/format', 'ports/list']) accept(found, id);
    for (let count = 0; count < 50; count += 1) found.right(['nodes/positive'], false);
    expect(found.causes()).toMatchObject([{ requirement: undefined, count: 3 }]);
  });

  it('is otherwise one cause for each requirement, with all its places', () => {
    const found = finder();
    for (const path of ['/stop_duration', '/max_duration']) accept(found, 'duration/format', path);
    accept(found, 'ports/range');
    found.right(['ports/format'], false);
    expect(namesOf(found)).toEqual([
      ['accepted-invalid', 'duration/format', ['/stop_duration', '/max_duration'], 2],
      ['accepted-invalid', 'ports/range', ['/ports/range'], 1],
    ]);
  });
});

describe('values that are left out', () => {
  it('are one cause if whole answers leave them out, together with single ones', () => {
    const found = finder();
    const ids = ['nodes/default', 'env/default', 'cpu/default'];
    failOf(found, 'a', { kind: 'left-out', requirements: ids });
    failOf(found, 'b', { kind: 'left-out', path: '/nodes', requirements: ['nodes/default'] });
    failOf(found, 'c', {
      kind: 'left-out',
      path: '/retry/duration',
      requirements: ['retry/duration-default'],
    });
    expect(namesOf(found)).toEqual([
      ['left-out', undefined, ['/nodes'], 2],
      ['left-out', 'retry/duration-default', ['/retry/duration'], 1],
    ]);
  });
});

describe('the id of a cause', () => {
  it('is the same in another run, and differs for another cause', () => {
    const ids = ['nodes/default', 'nodes/default', 'env/default'].map((id) => {
      const found = finder();
      failOf(found, 'a', { path: '/nodes', requirements: [id] });
      return found.causes()[0]?.id;
    });
    expect(ids[0]).toMatch(/^[0-9a-f]{12}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });
});

it('a million different failures take bounded time and memory', () => {
  const found = finder();
  for (let count = 0; count < 20_000; count += 1) {
    const requirements = ['type/task', 'duration/off', `x/${count % 97}`, `y/${count % 89}`, `z/${count}`];
    failOf(found, 'text', { kind: 'rejected-valid', requirements });
  }
  for (let count = 0; count < 100; count += 1) found.right(['type/task', 'x/1', 'y/1'], true);
  const [first] = found.causes();
  expect(first).toMatchObject({ requirement: 'duration/off', count: 20_000 });
  expect(first?.samples.length).toBeLessThan(10);
});
