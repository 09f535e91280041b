import type { Tracer } from './origin.ts';
import type { Rejection } from '../document/violation.ts';

/** Reads a document's value as `Value`, or says what it breaks. Pure; with a tracer it also notes origins. */
export type Reader<Value> = (value: unknown, trace?: Tracer) => Value | Rejection;
