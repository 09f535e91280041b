import type { Answer, Answers } from './answer.ts';
import { honest } from './right-answers.ts';
import { change, find, isList, isMapping } from './change.ts';
import { isAbsent, refuses } from './wrong.ts';

/**
 * Implementations whose answer depends on what they were asked before: caches, shared defaults, counters. Each call
 * gives one that was asked nothing yet.
 */
export const WRONG_MEMORY = {
  'cache-by-first-100-characters': () => caches((text) => text.slice(0, 100)),
  'cache-by-length': () => caches((text) => String(text.length)),
  'cache-by-lower-case': () => caches((text) => text.toLowerCase()),
  'cache-without-digits': () => caches((text) => text.replace(/\d/g, '0')),
  'cache-by-names-of-fields': () =>
    caches((text) => [...text.matchAll(/"(\w+)":/g)].map(([, name]) => name).join()),
  'default-env-shared': () => sharesDefault('env'),
  'default-resources-shared': () => keepsIfAbsent('resources'),
  'regions-of-last-document': () => keepsIfAbsent('regions'),
  'wrong-after-rejection': () => wrongAfterRejection(),
  'rejects-after-100-rejections': () => rejectsAfter(100),
  'wrong-every-1000th-time': () => everySoOften(1000),
  'name-pattern-with-memory': () => patternWithMemory(),
  'gpu-text-remembered-in-lower-case': () => remembersGpuText(),
} satisfies Readonly<Record<string, () => Answers>>;

export type MemoryFault = keyof typeof WRONG_MEMORY;

/** Gives the answer to the first document with the same key again. */
function caches(keyOf: (text: string) => string): Answers {
  const answers = new Map<string, Answer>();
  return (document) => {
    const key = keyOf(JSON.stringify(document));
    const known = answers.get(key) ?? honest(document);
    answers.set(key, known);
    return known;
  };
}

/** Fills in the list of a default that earlier documents have added to. */
function sharesDefault(field: string): Answers {
  const shared = new Set<unknown>();
  return accepting((normal, document) => {
    if (find(document, `/${field}`) === undefined) return change(normal, `/${field}`, () => [...shared]);
    const items = find(normal, `/${field}`);
    if (isList(items) && shared.size === 0) for (const item of items) shared.add(item);
    return normal;
  });
}

/** Fills in the field's value from the last document that gave it. */
function keepsIfAbsent(field: string): Answers {
  let last: unknown;
  return accepting((normal, document) => {
    if (!isAbsent(find(document, `/${field}`))) last = find(normal, `/${field}`);
    return last === undefined || !isAbsent(find(document, `/${field}`))
      ? normal
      : change(normal, `/${field}`, () => last);
  });
}

/** Loses the ports of a valid document that comes right behind an invalid one. */
function wrongAfterRejection(): Answers {
  let wasRejected = false;
  return (document) => {
    const answer = honest(document);
    const isSpoilt = wasRejected;
    wasRejected = answer.kind === 'rejected';
    if (answer.kind === 'rejected' || !isSpoilt) return answer;
    return { kind: 'accepted', normal: change(answer.normal, '/ports', () => []) };
  };
}

function rejectsAfter(most: number): Answers {
  let rejections = 0;
  return (document) => {
    const answer = honest(document);
    if (answer.kind === 'rejected') rejections += 1;
    return rejections > most
      ? { kind: 'rejected', violations: [{ path: '', message: 'too many errors' }] }
      : answer;
  };
}

/** Forgets the stop duration in one of `often` documents. */
function everySoOften(often: number): Answers {
  let count = 0;
  return accepting((normal) => {
    count += 1;
    return count % often === 0 ? change(normal, '/stop_duration', () => '1s') : normal;
  });
}

/** A pattern with the flag `g` starts where the last match ended, so every other name is refused. */
function patternWithMemory(): Answers {
  const pattern = /^[a-z][a-z0-9-]{1,40}\n?$/g;
  return refuses('/name', (name) => typeof name === 'string' && !pattern.test(name));
}

function remembersGpuText(): Answers {
  const known = new Map<string, unknown>();
  return accepting((normal, document) => {
    const text = find(document, '/resources/gpu');
    if (typeof text !== 'string') return normal;
    const gpu = known.get(text.toLowerCase()) ?? find(normal, '/resources/gpu');
    known.set(text.toLowerCase(), gpu);
    return change(normal, '/resources/gpu', () => gpu);
  });
}

/** Answers valid documents with the normal form as `by` changes it. */
function accepting(by: (normal: unknown, document: unknown) => unknown): Answers {
  return (document) => {
    const answer = honest(document);
    if (answer.kind === 'rejected' || !isMapping(answer.normal)) return answer;
    return { kind: 'accepted', normal: by(answer.normal, document) };
  };
}
