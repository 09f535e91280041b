import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { nameOf } from './mutant.ts';

/** A mutant that no case can distinguish from the program, and the reason. */
export interface Equivalent {
  readonly name: string;
  readonly reason: string;
}

const KEYS = ['file', 'function', 'source', 'reason', 'changes'];

/** Reads the list of equivalent mutants: groups of changes to one line, each with its reason. */
export function readEquivalents(path: string): Map<string, Equivalent> {
  const document: unknown = parse(readFileSync(path, 'utf8')) ?? [];
  if (!Array.isArray(document)) throw new Error(`${path}: a list is needed`);
  const found = new Map<string, Equivalent>();
  for (const entry of document.flatMap((each, index) => entriesOf(`${path}, entry ${index + 1}`, each))) {
    if (found.has(entry.name)) throw new Error(`${path}: listed twice: ${oneLine(entry.name)}`);
    found.set(entry.name, entry);
  }
  return found;
}

function entriesOf(where: string, group: unknown): Equivalent[] {
  if (typeof group !== 'object' || group === null) throw new Error(`${where}: a mapping is needed`);
  const fields = new Map<string, unknown>(Object.entries(group));
  const unknown = [...fields.keys()].find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw new Error(`${where}: unknown key ${unknown}`);
  const changes = fields.get('changes');
  if (!Array.isArray(changes) || changes.length === 0) throw new Error(`${where}: changes are needed`);
  function text(key: string, value: unknown = fields.get(key)): string {
    if (typeof value !== 'string' || value === '') throw new Error(`${where}: ${key} must be text`);
    return value;
  }
  const around = fields.has('function') ? text('function') : '';
  return changes.map((change: unknown) => ({
    name: nameOf({
      file: text('file'),
      function: around,
      source: text('source'),
      change: text('changes', change),
    }),
    reason: text('reason'),
  }));
}

export function oneLine(name: string): string {
  return name.split('\n').filter(Boolean).join(' · ');
}
