import { isMapping, type Measured } from './measured-row.ts';

export interface IdentifiedAnswer {
  readonly id: number;
  readonly measured: Measured;
}

/**
 * Reads a line of the adapter. A JSON-RPC error is a crash of the release. The keys `stage` and `check` of a rejection
 * are an addition of the adapter to the protocol. Throws if the line is no answer, because then nothing was measured.
 */
export function readAnswerLine(line: string): IdentifiedAnswer {
  const message: unknown = JSON.parse(line);
  if (!isMapping(message) || typeof message['id'] !== 'number') throw new Error(`not an answer: ${line}`);
  const { id, result, error } = message;
  if (isMapping(error)) return { id, measured: crashOf(error, line) };
  if (!isMapping(result)) throw new Error(`not an answer: ${line}`);
  const { accepted, rejected } = result;
  if (isMapping(accepted)) return { id, measured: { verdict: 'accepted', normal: accepted } };
  if (Array.isArray(rejected)) return { id, measured: rejectionOf(rejected) };
  throw new Error(`not an answer: ${line}`);
}

function crashOf({ data }: Readonly<Record<string, unknown>>, line: string): Measured {
  // An error without a stage is a fault of the adapter.
  if (!isMapping(data) || typeof data['stage'] !== 'string') throw new Error(`not a crash: ${line}`);
  return { verdict: 'crashed', stage: data['stage'] };
}

function rejectionOf(violations: readonly unknown[]): Measured {
  const found = violations.filter(isMapping);
  const paths = found.map(({ path }) => path).filter((path) => typeof path === 'string');
  const checks = [...new Set(found.map(({ check }) => check))].filter((check) => typeof check === 'string');
  const stage = found.map((each) => each['stage']).find((each) => typeof each === 'string');
  return {
    verdict: 'rejected',
    ...(stage === undefined ? {} : { stage }),
    ...(paths.length === 0 ? {} : { paths }),
    ...(checks.length === 0 ? {} : { checks }),
  };
}
