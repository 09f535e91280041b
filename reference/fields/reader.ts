import type { Tracer } from './origin.ts';
import type { Rejection } from '../document/violation.ts';

/**
 * Reads a document's value as `Value`, or returns the requirements that it breaks. Readers are pure; with a tracer
 * they also note origins.
 */
export type Reader<Value> = (value: unknown, trace?: Tracer) => Value | Rejection;
