import { shuffled } from '../choose.ts';
import { isPlainName, type Variable } from '../meaning/variable.ts';
import { list, mapping, mappingOf, text, type Node } from '../node.ts';
import type { Pen } from '../pen.ts';
import { spellText } from './text.ts';

/** A list or a mapping of variables, in any order. */
export function spellVariables(variables: readonly Variable[], pen: Pen): Node {
  const isList = pen.source.below(2) === 1;
  const order =
    variables.length > 1 && pen.source.below(2) === 1 ? shuffled(pen.source, variables) : variables;
  for (const { name } of variables) if (!isPlainName(name)) pen.note('env/any-name');
  return isList ? spellList(order, pen) : spellMapping(order, pen);
}

/** env/list, env/name-only, env/first-equals-sign. */
function spellList(variables: readonly Variable[], pen: Pen): Node {
  pen.note('env/list');
  return list(
    variables.map(({ name, value }) => {
      if (value === null) {
        pen.note('env/name-only');
        return spellText(name, pen);
      }
      if (value.includes('=')) pen.note('env/first-equals-sign');
      return text(`${name}=${value}`);
    }),
  );
}

/** env/mapping, env/sentinel. */
function spellMapping(variables: readonly Variable[], pen: Pen): Node {
  pen.note('env/mapping');
  return mapping(
    variables.map(({ name }) => text(name)),
    variables.map(({ name, value }) => {
      if (value !== null) return spellText(value, pen);
      pen.note('env/sentinel');
      return mappingOf({ key: text(name) });
    }),
  );
}
