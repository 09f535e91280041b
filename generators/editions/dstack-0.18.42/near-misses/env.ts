import { oneOf, shuffled } from '../../../choices/choose.ts';
import { drawVariables, type Variable } from '../../../meaning/variable.ts';
import type { FieldMutation, Mutation } from '../mutations/mutation.ts';
import { nodesOf } from '../mutations/field.ts';
import { fieldPlace, frameOf, pointerPart } from '../mutations/place.ts';
import { list, mapping, text, type Node } from '../../../document/node.ts';
import { Pen } from '../../../choices/pen.ts';

const ENV = fieldPlace('env');

const NO_VALUES = nodesOf([
  null,
  [],
  ['1'],
  {},
  { key: null },
  { name: 'A' },
  { value: '1' },
  { key: 'A', default: '1' },
  { Key: 'A' },
  { key: { key: 'A' } },
  { key: ['A'] },
  [[]],
]);

/** Near-misses of variables: any variable of a valid file is broken or occurs twice. */
export const ENV_NEAR_MISSES: readonly Mutation[] = [
  {
    ...frame('env/unique'),
    write: (entries, pen) => ENV.put(list(twice(variablesOf(pen), pen)), entries, pen),
  },
  // env/value: In the mapping, every variable has a value.
  {
    ...frame('env/value'),
    write: (entries, pen) => {
      const variables = variablesOf(pen);
      const wrong = pen.source.below(Math.max(1, variables.length));
      const values = variables.map((each, index) =>
        index === wrong ? oneOf(pen.source, NO_VALUES) : text(each.value ?? ''),
      );
      const field = ENV.put(
        mapping(
          variables.map(({ name }) => text(name)),
          values,
        ),
        entries,
        pen,
      );
      return `${field}/${pointerPart(variables[wrong]?.name ?? '')}`;
    },
  },
];

function frame(requirement: 'env/unique' | 'env/value'): Omit<FieldMutation, 'write'> {
  return { kind: 'fields', requirement, ...frameOf(ENV), isEdited: true };
}

/** Draws variables, at least one, without noting requirements, because no document holds them. */
function variablesOf(pen: Pen): Variable[] {
  return drawVariables(pen.quiet());
}

const SECOND_VALUES = ['=2', '=', '', '==', '= ', '=a=b'] as const;

/**
 * env/unique: In the list, a name stands once.
 * The second value may be any, and may be far from the first.
 */
function twice(variables: readonly Variable[], { source }: Pen): Node[] {
  const texts = variables.map(({ name, value }) => (value === null ? name : `${name}=${value}`));
  const { name } = variables[source.below(Math.max(1, variables.length))] ?? { name: 'A' };
  return shuffled(source, [...texts, name + oneOf(source, SECOND_VALUES)]).map(text);
}
