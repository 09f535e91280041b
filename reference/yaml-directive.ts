import type { CST } from 'yaml';
import { YamlFault } from './yaml-fault.ts';

const NAME = /^%([0-9A-Za-z_-]+)(?= |$)/;
const VERSION = /^%YAML +1\.[0-9]+ *(?:#.*)?$/;
const HANDLE = /^%TAG +(!(?:[0-9A-Za-z_-]*!)?) +\S+ *(?:#.*)?$/;

/** yaml/document-markers: directives of version 1.x, each once, and `---` after them. Unknown ones mean nothing. */
export function checkDirectives(tokens: readonly CST.Token[]): void {
  const seen = new Set<string>();
  let last: CST.Token | undefined;
  for (const token of tokens) {
    if (token.type === 'directive') {
      const about = subjectOf(token);
      if (seen.has(about))
        throw new YamlFault('yaml/document-markers', `${about} stands twice`, token.offset);
      if (about !== '') seen.add(about);
      last = token;
    } else if (token.type === 'document') {
      seen.clear();
      last = undefined;
    }
  }
  if (last !== undefined) {
    throw new YamlFault('yaml/document-markers', 'a directive must be followed by ---', last.offset);
  }
}

/** What a directive says: the version, a tag handle, or nothing that matters. */
function subjectOf(token: CST.Directive): string {
  const name = NAME.exec(token.source)?.[1];
  if (name === 'YAML' && VERSION.test(token.source)) return '%YAML';
  const handle = HANDLE.exec(token.source)?.[1];
  if (name === 'TAG' && handle !== undefined) return `%TAG ${handle}`;
  if (name !== undefined && name !== 'YAML' && name !== 'TAG') return '';
  throw new YamlFault('yaml/document-markers', `${token.source} is no directive of YAML 1.1`, token.offset);
}
