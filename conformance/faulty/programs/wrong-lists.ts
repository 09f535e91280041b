import type { Answers } from './answer.ts';
import { changeAll, changeLists, isList, isMapping } from './change.ts';
import { reads, refuses, tolerates } from './wrong.ts';

/** Implementations that accept other values as lists, or change lists. */
export const WRONG_LISTS = {
  'single-values-as-lists': toleratesLists((found) =>
    isList(found) || isEmpty(found) || isMapping(found) ? found : [found],
  ),
  'single-mappings-as-lists': toleratesLists((found) => (isMapping(found) ? [found] : found)),
  'texts-split-at-commas': toleratesLists((found) => (typeof found === 'string' ? found.split(',') : found)),
  'items-split-at-commas': reads('/regions', (found) =>
    isList(found) ? found.flatMap((item) => (typeof item === 'string' ? item.split(',') : [item])) : found,
  ),
  'lists-flattened': toleratesLists((found) => (isList(found) ? found.flat(Infinity) : found)),
  'nulls-in-lists-dropped': toleratesLists((found) =>
    isList(found) ? found.filter((item) => item !== null) : found,
  ),
  'lists-without-duplicates': readsLists((items) => [...new Set(items)]),
  'lists-sorted': readsLists((items) => (items.every(isText) ? [...items].sort() : items)),
  'lists-reversed': readsLists((items) => [...items].reverse()),
  'lists-cut-at-10': readsLists((items) => items.slice(0, 10)),
  'lists-cut-at-100': readsLists((items) => items.slice(0, 100)),
  'refuses-documents-of-64-kilobytes': refuses('', (document) => JSON.stringify(document).length > 65_536),
} satisfies Readonly<Record<string, Answers>>;

const LISTS = [
  '/commands',
  '/ports',
  '/volumes',
  '/backends',
  '/regions',
  '/availability_zones',
  '/instance_types',
  '/retry/on_events',
];

/** Replaces the value in the place of a list before it is checked. */
function toleratesLists(by: (found: unknown) => unknown): Answers {
  return tolerates('', (document) => changeAll(document, LISTS, by));
}

/** Misreads every list of a valid document. */
function readsLists(by: (items: readonly unknown[]) => readonly unknown[]): Answers {
  return reads('', (document) => changeLists(document, by));
}

function isEmpty(found: unknown): boolean {
  return found === null || found === undefined || found === '';
}

function isText(item: unknown): item is string {
  return typeof item === 'string';
}
