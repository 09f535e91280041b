import { isPlainName, type Variable } from '../meaning/variable.ts';
import { mapping, mappingOf, newText, text, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { spellItems, spellList, spellText } from './text.ts';

/**
 * Writes variables as a list or a mapping, in the order given.
 * env/any-name: Any text is accepted as a name.
 */
export function spellVariables(variables: readonly Variable[], pen: Pen): Node {
  const isList = pen.source.below(2) === 1 && (!pen.documented || variables.every(isPlainItem));
  for (const { name } of variables) if (!isPlainName(name)) pen.note('env/any-name');
  pen.note(isList ? 'env/list' : 'env/mapping');
  if (isList) return spellList(variables, pen, spellListed);
  const names = variables.map(({ name }) => text(name));
  return mapping(names, spellItems(variables, pen, spellMapped));
}

/** Returns whether a variable has one `=` in its text. The page is silent about more. */
function isPlainItem({ value }: Variable): boolean {
  return value !== null && !value.includes('=');
}

/**
 * env/list: `env` may be a list of `NAME=value`.
 * env/name-only: In the list, a name alone takes the value from the environment of whoever submits the run.
 * env/first-equals-sign: In the list, the first `=` ends the name.
 */
function spellListed({ name, value }: Variable, pen: Pen): Node {
  if (value === null) {
    pen.note('env/name-only');
    return spellText(name, pen);
  }
  if (value.includes('=')) pen.note('env/first-equals-sign');
  return newText(`${name}=${value}`);
}

/**
 * env/mapping: `env` may be a mapping of variables.
 * env/sentinel: In the mapping, `{key: NAME}` takes the value from the environment.
 */
function spellMapped({ name, value }: Variable, pen: Pen): Node {
  if (value !== null) return spellText(value, pen);
  pen.note('env/sentinel');
  return mappingOf({ key: text(name) });
}
