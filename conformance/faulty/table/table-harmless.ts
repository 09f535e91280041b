import type { Row } from './row.ts';
import { harmless } from './value-row.ts';

/** Programs that write every value in a way of their own. None of their answers may be called wrong. */
export const HARMLESS_ROWS: readonly Row[] = [
  harmless('answer-with-keys-reversed', 'It writes the keys of every object in the opposite order.'),
  harmless('answer-without-nulls', 'It leaves out every key whose value is null, but for the disk.'),
  harmless('answer-with-env-reversed', 'It lists the variables in the opposite order.'),
  harmless('answer-with-env-by-utf-16', 'It sorts the variables by UTF-16 code unit, not by code point.'),
  harmless('answer-with-env-as-mapping', 'It writes the variables as a mapping.'),
  harmless('answer-in-seconds', 'It writes durations as bare numbers of seconds.'),
  harmless('answer-in-megabytes', 'It writes sizes in megabytes.'),
  harmless(
    'answer-in-numbers-and-words',
    'It writes the number of nodes as text, and switches as words and numbers.',
  ),
  harmless('answer-with-blanks', 'It writes blanks inside ranges.'),
  harmless('answer-with-long-paths', 'It writes the working directory as `./src/` for `src`.'),
];
