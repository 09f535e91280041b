import type { CST } from 'yaml';
import { checkDirectives } from './yaml-directive.ts';
import { YamlFault } from './yaml-fault.ts';
import { isUnclosed } from './yaml-indent.ts';

/** Characters that YAML 1.1 does not print: they may only stand escaped in double quotes. */
const UNPRINTABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

const ANCHOR = /^[&*][0-9A-Za-z_-]+$/;

/** The longest key without a `? `, in UTF-16 units; on one line with its colon. */
const LONGEST_KEY = 1024;

/** A token and whether it stands in a flow collection. */
interface Placed {
  readonly token: CST.Token;
  readonly flow: boolean;
}

/**
 * Refuses what the library lets pass and the release's reader does not: characters that must be escaped, tabs
 * between tokens, and a few signs in places where YAML 1.1 gives them another meaning.
 */
export function findForbidden(text: string, tokens: readonly CST.Token[]): void {
  const unprintable = UNPRINTABLE.exec(text);
  if (unprintable !== null) {
    const code = (unprintable[0].codePointAt(0) ?? 0).toString(16).padStart(4, '0');
    throw new YamlFault('yaml/printable', `the character U+${code} must be escaped`, unprintable.index);
  }
  checkDirectives(tokens);
  const waiting: Placed[] = tokens.map((token) => ({ token, flow: false }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    checkToken(next, text);
    if (next.token.type === 'flow-collection')
      next.token.items.forEach((item) => {
        checkFlowKey(item, text);
      });
    waiting.push(...partsOf(next));
  }
}

/** All tokens inside a token: its values, and the signs, spaces and comments between them. */
function partsOf({ token, flow }: Placed): Placed[] {
  const parts: (CST.Token | null | undefined)[] = [];
  if ('start' in token && Array.isArray(token.start)) parts.push(...token.start);
  if ('end' in token && Array.isArray(token.end)) parts.push(...token.end);
  if ('props' in token) parts.push(...token.props);
  if (token.type === 'document') parts.push(token.value);
  const inFlow = flow || token.type === 'flow-collection';
  if ('items' in token) {
    for (const item of token.items) parts.push(...item.start, item.key, ...(item.sep ?? []), item.value);
  }
  return parts.filter((part) => part != null).map((part) => ({ token: part, flow: inFlow }));
}

function checkToken({ token, flow }: Placed, text: string): void {
  switch (token.type) {
    case 'block-scalar-header':
      refuseTab(token);
      if (!text.startsWith('#', token.offset + token.source.length)) return;
      throw new YamlFault('yaml/well-formed', 'a space must stand before the comment', token.offset);
    case 'space':
    case 'newline':
      refuseTab(token);
      return;
    case 'scalar':
      refuseTab(token);
      if (flow && (token.source.includes('?') || token.source.startsWith(':'))) {
        throw new YamlFault('yaml/well-formed', 'in flow style, text with ? must be quoted', token.offset);
      }
      return;
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      if (!isUnclosed(token)) return;
      throw new YamlFault('yaml/well-formed', 'a closing quote is missing', token.offset);
    case 'anchor':
    case 'alias':
      if (ANCHOR.test(token.source)) return;
      throw new YamlFault('yaml/anchors', `${token.source}: letters, digits, _ and - only`, token.offset);
    case 'tag':
      if (token.source !== '!<>' && /^\s?$/.test(text.charAt(token.offset + token.source.length))) return;
      throw new YamlFault('yaml/tags', `${token.source} must be followed by a space`, token.offset);
    default:
  }
}

/** A key in flow style stands on one line with its colon, unless `? ` comes before it. */
function checkFlowKey(item: CST.CollectionItem, text: string): void {
  const colon = item.sep?.find((part) => part.type === 'map-value-ind');
  if (item.key == null || colon === undefined) return;
  if (item.start.some((part) => part.type === 'explicit-key-ind')) return;
  const key = text.slice(item.key.offset, colon.offset);
  if (!key.includes('\n') && key.length <= LONGEST_KEY) return;
  throw new YamlFault('yaml/well-formed', 'a key must stand on one line with its colon', item.key.offset);
}

/** The release's reader knows tabs only inside quotes, block scalars and comments. */
function refuseTab(token: CST.SourceToken | CST.FlowScalar): void {
  const at = token.source.indexOf('\t');
  if (at >= 0) throw new YamlFault('yaml/well-formed', 'a tab between tokens', token.offset + at);
}
