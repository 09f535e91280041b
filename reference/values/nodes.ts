import type { Coercion } from '../coercion/coercion.ts';
import type { Reader } from '../fields/reader.ts';
import { reject, Rejection } from '../document/violation.ts';

/** nodes/positive: `nodes` is at least 1. */
export function nodesReader({ integer }: Coercion): Reader<number> {
  return function readNodes(value, trace) {
    const nodes = integer(value, trace);
    if (nodes instanceof Rejection || nodes >= 1) return nodes;
    return reject('nodes/positive', `${nodes} nodes: at least 1 is needed`);
  };
}
