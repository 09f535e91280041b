import type { Row } from './row.ts';
import { PLAIN_ROWS } from './table-plain.ts';
import { PROTOCOL_ROWS } from './table-protocol.ts';
import { VALUE_ROWS } from './table-values.ts';

/** Every wrong implementation that the harness is proved with, and what it must report of each. */
export const TABLE: readonly Row[] = [...VALUE_ROWS, ...PROTOCOL_ROWS, ...PLAIN_ROWS];
