import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { isPlainName, type Variable } from '../meaning/variable.ts';
import { mapping, mappingOf, newText, text, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { spellItems, spellList, spellText } from './text.ts';

/** What differs between editions. */
export interface EnvRules {
  /** Accepts any text as a name, in the mapping or everywhere. */
  readonly anyName: RequirementId;
  /** Returns whether the list can hold a variable. */
  readonly isListed: (variable: Variable) => boolean;
}

export const ANY_ITEM: EnvRules = {
  // env/any-name: Any text is accepted as a name.
  anyName: 'env/any-name',
  isListed: () => true,
};

export const PLAIN_ITEMS: EnvRules = {
  // env/any-name-in-mapping: In the mapping, any text is accepted as a name.
  anyName: 'env/any-name-in-mapping',
  // env/list-name: In the list, a name consists of letters, digits and underscores, and does not begin with a digit.
  // env/list-line: In the list, an item has no line break.
  isListed: ({ name, value }) => isPlainName(name) && value?.includes('\n') !== true,
};

/** Writes variables as a list or a mapping, in the order given. */
export function spellVariables(variables: readonly Variable[], pen: Pen, rules = ANY_ITEM): Node {
  const wantsList = pen.source.below(2) === 1 && variables.every(rules.isListed);
  const isList = wantsList && (!pen.documented || variables.every(isPlainItem));
  for (const { name } of variables) if (!isPlainName(name)) pen.note(rules.anyName);
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
