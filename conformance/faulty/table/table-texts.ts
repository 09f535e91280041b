import type { Row } from './row.ts';
import { documented, generated, observed, rare } from './value-row.ts';

const GIVEN = ['text/given'] as const;
/** The paths of a volume in the short syntax are text too, so faults about text touch this. */
const PATHS = ['volumes/list'] as const;

/** Programs that clean, normalize, escape or cut text, and those that read `env` as if it were a `.env` file. */
export const TEXT_ROWS: readonly Row[] = [
  documented('texts-trimmed', 'All text is trimmed.', GIVEN, ['volumes/path-normalized']),
  generated(documented('list-items-trimmed', 'Regions are trimmed.', ['regions/list'])),
  documented('commands-right-trimmed', 'Blanks and line breaks at the end of commands are dropped.', GIVEN),
  generated(
    documented('commands-final-break-dropped', 'The line break at the end of a command is dropped.', GIVEN),
  ),
  generated(documented('commands-blank-lines-dropped', 'Blank lines inside commands are dropped.', GIVEN)),
  rare(documented('commands-inner-blanks-joined', 'Several blanks inside a command become one.', GIVEN)),
  generated(
    documented('commands-empty-dropped', 'Empty commands among others are dropped.', ['commands/list']),
  ),
  generated(documented('commands-comments-cut', 'What follows ` #` in a command is dropped.', GIVEN)),
  rare(documented('empty-texts-as-null', 'Empty text is null.', GIVEN)),
  generated(documented('texts-nfc', 'Unicode is normalized to NFC.', GIVEN, PATHS)),
  generated(documented('texts-nfkc', 'Unicode is normalized to NFKC.', GIVEN, PATHS)),
  documented('texts-lower-case', 'All text is written in lower case.', GIVEN),
  generated(documented('texts-html-escaped', '`&`, `<` and `>` are escaped as in HTML.', GIVEN, PATHS)),
  generated(documented('texts-url-decoded', '`%41` is decoded as in a URL.', GIVEN, PATHS)),
  generated(documented('texts-unescaped', 'Backslash escapes are resolved once too often.', GIVEN)),
  documented('texts-latin-1', 'Characters outside of Latin-1 become question marks.', GIVEN),
  documented('texts-read-as-latin-1', 'UTF-8 is read as Latin-1.', GIVEN),
  documented('texts-without-astral-characters', 'Characters beyond U+FFFF are replaced.', GIVEN),
  generated(documented('texts-without-controls', 'Control characters are dropped.', GIVEN, PATHS)),
  documented('texts-tabs-expanded', 'A tab becomes four blanks.', GIVEN),
  generated(documented('texts-crlf-as-lf', 'A carriage return in text becomes a line feed.', GIVEN)),
  generated(documented('texts-quotes-stripped', 'Quotes around text are dropped.', GIVEN)),
  generated(
    documented(
      'texts-variables-interpolated',
      '`$HOME` is replaced from an empty environment.',
      GIVEN,
      PATHS,
    ),
  ),
  generated(documented('texts-home-expanded', '`~` at the start of text becomes a home directory.', GIVEN)),
  documented('texts-words-parsed', 'The text `true` is read as a boolean.', GIVEN),
  generated(
    documented('texts-cut-at-255', 'Text ends after 255 characters.', GIVEN, [...PATHS, 'gpu/text-memory']),
  ),
  generated(documented('texts-cut-at-65535', 'Text ends after 65,535 characters.', GIVEN, PATHS)),
  generated(documented('paths-with-backslashes', 'Backslashes become slashes.', GIVEN, PATHS)),
  documented('working-dir-parents-resolved', '`a/../b` becomes `b`.', ['working_dir/given']),

  generated(documented('env-quotes-removed', 'Quotes around the value of a variable are dropped.', GIVEN)),
  generated(
    documented('env-export-dropped', '`export ` before the name of a variable is dropped.', ['env/any-name']),
  ),
  generated(documented('env-comments-cut', 'A `#` in the value of a variable begins a comment.', GIVEN)),
  generated(
    documented('env-variables-interpolated', '`$HOME` in the value of a variable is replaced.', GIVEN),
  ),
  generated(
    documented('env-names-upper-case', 'Names of variables are written in upper case.', [
      'env/mapping-or-list',
    ]),
  ),
  generated(documented('env-values-trimmed', 'Values of variables are trimmed.', GIVEN)),
  generated(documented('env-values-end-at-line-break', 'The value of a variable ends with its line.', GIVEN)),
  generated(
    documented('env-empty-values-dropped', 'Variables with an empty value are dropped.', [
      'env/mapping-or-list',
    ]),
  ),
  observed(
    'env-names-only-dropped',
    'Variables without a value are dropped.',
    ['env/name-only'],
    ['env/sentinel'],
  ),
  observed('env-values-begin-at-last-equals-sign', 'The value of a variable begins behind its last `=`.', [
    'env/first-equals-sign',
  ]),
  observed('env-first-of-equal-names-wins', 'Of variables of one name the first counts.', ['env/unique']),
  observed('env-names-as-in-a-shell', 'Only letters, digits and `_` make a name.', ['env/any-name']),
  observed('env-refuses-empty-names', 'The name of a variable is not empty.', ['env/any-name']),
  documented('env-refuses-list', 'Only mappings of variables will do.', ['env/list']),
  observed('env-refuses-numbers', 'The value of a variable is no number.', [
    'text/from-integer',
    'text/from-float',
  ]),
  observed('env-sentinel-as-text', '`{key: NAME}` is a value.', ['env/sentinel']),
];
