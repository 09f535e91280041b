import type { CST } from 'yaml';
import { YamlFault } from './yaml-fault.ts';

/** Characters that YAML 1.1 does not print: they may only stand escaped in double quotes. */
const UNPRINTABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Refuses what the library lets pass and the release's reader does not. */
export function findForbidden(text: string, tokens: readonly CST.Token[]): void {
  const unprintable = UNPRINTABLE.exec(text);
  if (unprintable !== null) {
    const code = unprintable[0].charCodeAt(0).toString(16).padStart(4, '0');
    throw new YamlFault('yaml/printable', `the character U+${code} must be escaped`, unprintable.index);
  }
  void tokens;
}
