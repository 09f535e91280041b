import { describeExit, UNFLUSHED, type Ending } from '../process/ending.ts';
import { quote } from '../protocol/fault.ts';
import { noNewline } from '../protocol/no-newline.ts';

/** Explains why a process did not answer `initialize`. */
export function diagnoseEnding(ending: Ending): string {
  switch (ending.kind) {
    case 'exit':
      return ending.exit.reason === undefined
        ? `it ${describeExit(ending.exit)} before it answered initialize${unfinished(ending.rest)}`
        : `it ${describeExit(ending.exit)}`;
    case 'silent':
      return `it did not answer initialize within ${ending.ms} ms${ending.isUnflushed === true ? `; ${UNFLUSHED}` : unfinished(ending.rest)}`;
    case 'closed':
      return 'it closed its standard output before it answered initialize';
    case 'too-long':
      return `the answer to initialize is longer than ${ending.limit} bytes: ${quote(ending.rest)}`;
    case 'flood':
      return ending.fault.message;
    case 'aborted':
      return 'interrupted';
  }
}

function unfinished(rest: string): string {
  return rest === '' ? '' : `; it wrote ${noNewline(rest).message}`;
}
