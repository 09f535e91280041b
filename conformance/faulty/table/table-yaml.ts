import type { Row } from './row.ts';
import { documented, generated, observed, rare } from './value-row.ts';

/** Programs that read another YAML dialect than the release, and are right about every value. */
export const YAML_ROWS: readonly Row[] = [
  observed(
    'yaml-1.2',
    'It reads YAML 1.2.',
    ['yaml/booleans', 'yaml/integers', 'yaml/sexagesimal', 'yaml/floats'],
    'anything',
  ),
  observed(
    'yaml-words-as-text',
    '`off` and `yes` are text.',
    ['yaml/booleans'],
    ['yaml/document-markers', 'retry/duration-boolean', 'termination_idle_time/boolean'],
  ),
  observed('yaml-sexagesimal-as-text', '`22:22` is text.', ['yaml/sexagesimal']),
  observed('yaml-exponent-as-number', '`1e3` is a number.', ['yaml/floats']),
  observed('yaml-octal-as-decimal', '`012` is twelve.', ['yaml/integers']),
  observed('yaml-underscores-kept', '`1_000` is text.', ['yaml/integers']),
  observed('yaml-without-merge-keys', '`<<` is a field.', ['yaml/merge-keys']),
  observed('yaml-refuses-equal-keys', 'A key stands once.', ['yaml/last-key-wins']),
  observed('yaml-first-document-only', 'What follows is ignored.', ['yaml/single-document']),

  // Plain scalars
  documented(
    'yaml-scalars-as-text',
    'Every scalar is text.',
    ['yaml/booleans', 'yaml/integers', 'null/absent'],
    'anything',
  ),
  observed(
    'yaml-y-and-n-as-booleans',
    '`y` and `n` are booleans.',
    ['yaml/booleans'],
    ['yaml/keys', 'text/given'],
  ),
  observed('yaml-lower-case-words-only', '`True` and `OFF` are text.', ['yaml/booleans'], ['yaml/keys']),
  observed(
    'yaml-true-and-false-only',
    '`yes`, `no`, `on` and `off` are text.',
    ['yaml/booleans'],
    ['yaml/document-markers', 'retry/duration-boolean', 'termination_idle_time/boolean', 'yaml/keys'],
  ),
  observed('yaml-octal-with-o', '`0o17` is an integer.', ['yaml/integers']),
  observed('yaml-leading-zeros-as-decimal', '`08` and `012` are decimal.', ['yaml/integers']),
  observed('yaml-hexadecimal-as-text', '`0x1F` is text.', ['yaml/integers']),
  generated(
    documented(
      'yaml-integers-of-53-bits-as-floats',
      'Integers of ten digits and more are floats.',
      ['text/from-integer'],
      ['text/given', 'max_price/given', 'duration/number', 'yaml/integers'],
    ),
  ),
  observed('yaml-floats-without-digit-before-dot-as-text', '`.5` is text.', ['yaml/floats']),
  observed('yaml-floats-without-digit-behind-dot-as-text', '`5.` is text.', ['yaml/floats']),
  generated(
    observed(
      'yaml-whole-floats-as-integers',
      '`1.0` is an integer, as to readers with one type of number.',
      ['text/from-float', 'gpu/float', 'gpu/compute_capability-format'],
      'anything',
    ),
  ),
  observed('yaml-tilde-as-text', '`~` is text.', ['null/absent']),
  observed('yaml-null-in-lower-case-only', '`Null` and `NULL` are text.', ['null/absent']),
  observed(
    'yaml-nothing-as-empty-text',
    'A key with nothing behind it has empty text.',
    ['yaml/null'],
    'anything',
  ),
  observed('yaml-dates-as-text', '`2024-01-01` is text.', ['yaml/timestamps']),
  documented(
    'yaml-sexagesimal-above-59-as-integer',
    '`80:80` is base 60.',
    ['yaml/sexagesimal'],
    ['ports/mapping'],
  ),
  observed('yaml-equals-sign-as-text', '`=` is text.', ['yaml/value-key']),
  rare(observed('yaml-reserved-signs-as-text', '`@all` is text.', ['yaml/well-formed'])),

  // Notations
  observed('yaml-tabs-as-blanks', 'Tabs separate as blanks do.', ['yaml/well-formed']),
  observed('yaml-unknown-tags-ignored', 'A tag that it does not know means nothing.', ['yaml/tags']),
  observed('yaml-all-tags-ignored', 'Tags mean nothing.', ['yaml/tags'], ['list/set', 'text/given']),
  observed('yaml-refuses-anchors', 'There are no anchors.', ['yaml/anchors'], ['yaml/merge-keys']),
  observed('yaml-refuses-byte-order-mark', 'A byte-order mark is refused.', ['yaml/line-endings']),
  observed('yaml-refuses-crlf', 'CRLF is refused.', ['yaml/line-endings']),
  observed(
    'yaml-refuses-markers',
    'Document markers are refused.',
    ['yaml/document-markers'],
    ['yaml/single-document'],
  ),
  observed(
    'yaml-comments-in-text',
    'A `#` begins a comment without a blank before it.',
    ['yaml/comments'],
    'anything',
  ),
  observed('yaml-block-scalars-stripped', 'Block scalars lose their last line break.', ['yaml/multi-line']),
  observed('yaml-block-scalars-kept', 'Block scalars keep all line breaks at their end.', [
    'yaml/multi-line',
  ]),
  observed('yaml-folded-as-literal', '`>` keeps its lines as `|` does.', ['yaml/multi-line']),
  observed('yaml-literal-as-folded', '`|` folds its lines as `>` does.', ['yaml/multi-line']),
  observed('yaml-carriage-returns-kept', 'Line breaks in text are CRLF where those of the file are.', [
    'yaml/line-endings',
  ]),
  observed(
    'yaml-last-document-only',
    'Of several documents the last one counts.',
    ['yaml/single-document'],
    ['yaml/document-markers'],
  ),
  documented(
    'yaml-json-only',
    'Only JSON is read.',
    ['yaml/flow-and-block', 'yaml/comments', 'yaml/multi-line'],
    'anything',
  ),
  observed(
    'yaml-double-quotes-without-escapes',
    '`"\\x41"` and `"\\u00e9"` are not resolved.',
    ['yaml/quoting', 'yaml/printable'],
    'anything',
  ),
  observed('yaml-first-key-wins', 'The first of two equal keys wins.', ['yaml/last-key-wins'], ['yaml/keys']),
  observed('yaml-merged-keys-win', 'What `<<` merges wins over the keys beside it.', ['yaml/merge-keys']),
  observed('yaml-last-merged-mapping-wins', 'Of several merged mappings the last one wins.', [
    'yaml/merge-keys',
  ]),
];
