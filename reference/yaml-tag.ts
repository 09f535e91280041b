import { isAlias, type Node } from 'yaml';

const STANDARD = 'tag:yaml.org,2002:';

/**
 * The explicit tag of a node: the short name of a standard tag, `!` for the non-specific one, and the whole tag for
 * any other, which the release refuses.
 */
export function tagOf(node: Node): string | undefined {
  const tag = isAlias(node) ? undefined : node.tag?.replaceAll(/%([0-7][0-9a-fA-F])/g, unescape);
  return tag?.startsWith(STANDARD) === true ? tag.slice(STANDARD.length) : tag;
}

function unescape(_escaped: string, code: string): string {
  return String.fromCharCode(Number.parseInt(code, 16));
}
