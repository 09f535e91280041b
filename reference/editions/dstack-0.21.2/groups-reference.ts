import { SPACE } from '../../document/numeral.ts';

const ADDRESS = String.raw`groups\[([0-9]+)\]\.nodes\[([0-9]+)\]\.IP_ADDRESS`;

/** Matches the beginning of a name that is about groups. */
const ABOUT_GROUPS = new RegExp(`^${SPACE}*groups(?:[.[]|${SPACE}*$)`);
const ONLY_ADDRESS = new RegExp(`^${SPACE}*${ADDRESS}${SPACE}*$`);
const REFERENCES = new RegExp(String.raw`(?<!\$)\$\{\{${SPACE}*${ADDRESS}${SPACE}*\}\}`, 'g');

/** Returns whether a text refers to groups, rightly or not. */
export function refersToGroups(text: string): boolean {
  if (!text.includes('${{')) return false;
  return namesIn(text).some((name) => ABOUT_GROUPS.test(name));
}

/**
 * Returns whether a command has a reference to groups that is misspelled, or to a node that does not exist. `sizesOf`
 * returns the numbers of nodes of the groups; it is called only for a command that refers to something.
 */
export function haveWrongReference(commands: readonly string[], sizesOf: () => readonly number[]): boolean {
  for (const command of commands) {
    if (command.includes('${{') && hasWrongReference(command, sizesOf())) return true;
  }
  return false;
}

function hasWrongReference(text: string, sizes: readonly number[]): boolean {
  if (namesIn(text).some((name) => ABOUT_GROUPS.test(name) && !ONLY_ADDRESS.test(name))) return true;
  return [...text.matchAll(REFERENCES)].some(
    ([, group, node]) => Number(node) >= (sizes[Number(group)] ?? 0),
  );
}

/** Returns what stands inside each reference of a text, from the first one on. `$$` before the braces escapes one. */
function namesIn(text: string): string[] {
  const names: string[] = [];
  let from = text.indexOf('${{');
  while (from >= 0) {
    const end = text.indexOf('}', from + 3);
    if (end < 0) break;
    const isName = text[from - 1] !== '$' && text[end + 1] === '}' && end > from + 3;
    if (isName) names.push(text.slice(from + 3, end));
    from = text.indexOf('${{', isName ? end + 2 : from + 1);
  }
  return names;
}
