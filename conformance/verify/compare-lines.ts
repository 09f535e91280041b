import { cut } from '../protocol/cut.ts';
import { isMapping, parseJson, writeJson } from '../protocol/parsed-json.ts';

/** A value is shown up to this many characters. */
const SHOWN = 120;

/**
 * Compares a line with the line that the suite writes for the same evidence. Returns what differs, as the end of a
 * sentence; undefined if the two are equal, byte for byte.
 */
export function differenceOfLines(line: string, written: string): string | undefined {
  if (line === written) return undefined;
  const [got, wanted] = [membersOf(line), membersOf(written)];
  const keys = [...new Set([...wanted.keys(), ...got.keys()])].filter(
    (key) => wanted.get(key) !== got.get(key),
  );
  const [first, ...others] = keys;
  if (first === undefined) return 'is written in another way than the suite writes it';
  const more =
    others.length === 0 ? '' : `; ${others.join(', ')} differ${others.length === 1 ? 's' : ''} too`;
  return `says ${first} ${shown(got.get(first))}, and should say ${shown(wanted.get(first))}${more}`;
}

function membersOf(line: string): Map<string, string> {
  const parsed = parseJson(line);
  if (parsed.kind === 'invalid' || !isMapping(parsed.value)) return new Map();
  return new Map(Object.entries(parsed.value).map(([key, value]) => [key, writeJson(value)]));
}

function shown(json: string | undefined): string {
  return json === undefined ? 'nothing' : cut(json, SHOWN);
}
