import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import type { Pool } from '../../../choices/choose.ts';
import { Yaml, type Literal } from '../../../document/literal.ts';
import { text, type Node } from '../../../document/node.ts';
import { badField, badItem } from './field.ts';
import type { FieldMutation, Mutation } from './mutation.ts';

const DATES = yaml(['2024-01-01', '2024-01-01T00:00:00Z', '2024-01-01 10:00:00', '2024-1-1 1:02:03.5 +1']);

/** Faults of the text itself. The reader refuses the whole document, so they have no place in it. */
export const YAML_MUTATIONS: readonly Mutation[] = [
  // yaml/well-formed: A file that is not well-formed YAML is refused.
  ...['reservation', 'name', 'max_duration', 'nodes'].map((field) =>
    faulty('yaml/well-formed', field, [
      '"a" b',
      "'a' b",
      '@a',
      '`a`',
      '%a',
      '[a,, b]',
      '\ta',
      '- a',
      'a: b',
      '"\\q"',
      ']',
      ',a',
      '|x',
    ]),
  ),
  faulty('yaml/well-formed', 'regions', [
    '\n  - a\n -b',
    '\n  - a\n  -b',
    '\n  a: b\n  - c',
    '[a]]',
    '[a] b',
    '[ready?]',
    '[a?, b]',
  ]),
  ...["'a", '"a', '[a', '{a: b', '[a, b: c'].map((text) => unclosed(`reservation: ${text}\n`)),
  ...['reservation:\ta\n', '"reser\n vation": a\n', 'reservation:a\n', ' reservation: a\n'].map(unclosed),
  ...['%YAML 2.0\n---\n', '%YAML 1.1\n', '%YAML 1.1\n%YAML 1.1\n---\n', '# A task\n%YAML 1.1\n'].map(
    preceding,
  ),
  // yaml/single-document: A file holds one document.
  following('yaml/single-document', '---\ntype: task\n'),
  following('yaml/single-document', '...\n---\na\n'),
  // yaml/printable: A control character that YAML does not print is refused unless it is escaped.
  faulty('yaml/printable', 'reservation', [
    'a\u0007',
    '"\u0001"',
    "'\u007f'",
    '\u0000',
    '"\u001b[0m"',
    '\ufffe',
  ]),
  // yaml/timestamps: A plain date is neither text nor number, so no field takes it.
  badField('yaml/timestamps', 'image', DATES),
  badField('yaml/timestamps', 'reservation', DATES),
  badField('yaml/timestamps', 'nodes', DATES),
  badField('yaml/timestamps', 'max_duration', DATES),
  badField('yaml/timestamps', 'max_price', DATES),
  badItem('yaml/timestamps', 'commands', DATES, goodText),
  badItem('yaml/timestamps', 'regions', DATES, goodText),
  badField('yaml/timestamps', 'env', [{ A: new Yaml('2024-01-01') }], { within: '/A' }),
  // yaml/keys: A key must be hashable; one that is no text reads as the text of its value.
  faulty('yaml/keys', 'env', ['{[a]: b}', '{{a: b}: c}', '\n  ? [a]\n  : b', '\n  ? {a: b}\n  : c']),
  // yaml/merge-keys: `<<` merges mappings; the keys written beside it win.
  faulty('yaml/merge-keys', 'env', [
    '{<<: a}',
    '{<<: [a]}',
    '{<<: 1, A: 1}',
    '{<<: [{A: 1}, b]}',
    '{<<: null}',
    '{<<: [[a]]}',
    '{<<: off}',
    '\n  <<: a\n  A: 1',
  ]),
  // yaml/anchors: An alias stands for the value of its anchor; an alias without an anchor, or an anchor
  //   twice, is refused.
  faulty('yaml/anchors', 'reservation', ['*nope', '*a']),
  faulty('yaml/anchors', 'regions', ['[&a x, &a y]', '[*a, &a x]']),
  // yaml/tags: The standard tags (`!!str`, `!!int`, `!!float`, ...) choose the type; any other tag is
  //   refused.
  faulty('yaml/tags', 'reservation', [
    '!foo x',
    '!!python/name:os.system x',
    '!!foo x',
    '!<tag:example.com,2024:x> y',
  ]),
  faulty('yaml/tags', 'regions', ['!foo [a]', '[!foo a]', '!!python/tuple [a]']),
  // yaml/value-key: A plain `=` is refused.
  faulty('yaml/value-key', 'reservation', ['=']),
  faulty('yaml/value-key', 'regions', ['[=]', '[a, =]']),
];

function faulty(requirement: RequirementId, field: string, texts: Pool<string>): FieldMutation {
  const mutation = badField(requirement, field, yaml(texts));
  return {
    ...mutation,
    write: (entries, pen) => {
      mutation.write(entries, pen);
      return '';
    },
  };
}

/**
 * Puts directives in front that no document may have.
 * yaml/document-markers: A directive and the markers `---` and `...` may surround the document.
 */
function preceding(head: string): FieldMutation {
  return {
    kind: 'fields',
    requirement: 'yaml/document-markers',
    claims: [],
    image: 'any',
    write: () => '',
    head,
  };
}

/** Adds a tail at the very end of the text, where nothing can close it. */
function unclosed(tail: string): FieldMutation {
  return { ...following('yaml/well-formed', tail), claims: ['reservation'] };
}

function following(requirement: RequirementId, tail: string): FieldMutation {
  return { kind: 'fields', requirement, claims: [], image: 'any', write: () => '', tail };
}

function yaml([first, ...rest]: Pool<string>): Pool<Literal> {
  return [new Yaml(first), ...rest.map((each) => new Yaml(each))];
}

function goodText(): Node {
  return text('a');
}
