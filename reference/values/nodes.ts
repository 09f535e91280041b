import { readInteger } from '../coercion/pydantic-1/integer.ts';
import type { Tracer } from '../fields/origin.ts';
import { reject, Rejection } from '../document/violation.ts';

/** nodes/positive: `nodes` is at least 1. */
export function readNodes(value: unknown, trace?: Tracer): number | Rejection {
  const nodes = readInteger(value, trace);
  if (nodes instanceof Rejection || nodes >= 1) return nodes;
  return reject('nodes/positive', `${nodes} nodes: at least 1 is needed`);
}
