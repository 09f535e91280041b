import type { NormalBackendOptions } from '../../spec/values.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { describe } from '../document/describe.ts';
import { reject, Rejection } from '../document/violation.ts';
import { oneOf } from '../fields/choice.ts';
import { listOf } from '../fields/list.ts';
import { byDefault, field, mappingOf, optional, tableOf } from '../fields/mapping.ts';
import type { Reader } from '../fields/reader.ts';
import { integerWithin } from './integer-within.ts';
import { numberOf } from './number.ts';

/**
 * Makes a reader for options of backends.
 * backend_options/once: Each backend has one entry.
 */
export function backendOptionsReader(coercion: Coercion): Reader<NormalBackendOptions[]> {
  const readList = listOf(optionsReader(coercion));
  return function readBackendOptions(value, trace) {
    const options = readList(value, trace);
    if (options instanceof Rejection) return options;
    const backends = new Set(options.map(({ type }) => type));
    return backends.size < options.length
      ? reject('backend_options/once', 'a backend has two entries')
      : options;
  };
}

function optionsReader({ integer, choice }: Coercion): Reader<NormalBackendOptions> {
  // backend_options/score-range: `min_score` is 0 or more.
  const score = integerWithin(integer, 0, Infinity, 'backend_options/score-range');
  return mappingOf(
    tableOf<NormalBackendOptions>(
      {
        // backend_options/type: `type` is vastai.
        // backend_options/type-default: `type` defaults to vastai.
        type: field(
          oneOf(['vastai'], 'backend_options/type'),
          'backend_options/type',
          byDefault('vastai', 'backend_options/type-default'),
        ),
        // backend_options/offer_order: `offer_order` is score or price.
        // backend_options/offer_order-default: `offer_order` defaults to score.
        offer_order: field(
          choice(['score', 'price'], 'backend_options/offer_order'),
          'backend_options/offer_order',
          optional<'score' | 'price'>('score', 'backend_options/offer_order-default'),
        ),
        // backend_options/min_reliability-default: `min_reliability` defaults to 0.9.
        min_reliability: field(
          readReliability,
          'backend_options/min_reliability',
          optional(0.9, 'backend_options/min_reliability-default'),
        ),
        // backend_options/min_score: `min_score` is the least score of an offer.
        // backend_options/min_score-default: Without `min_score` any score will do.
        min_score: field(
          score,
          'backend_options/min_score',
          optional(null, 'backend_options/min_score-default'),
        ),
      },
      // backend_options/kind: An item of `backend_options` is a mapping.
      { kind: 'backend_options/kind', unknown: 'backend_options/known-fields' },
      (defaults) => ({ ...defaults }),
    ),
  );
}

/** backend_options/min_reliability: `min_reliability` is the least reliability of an offer, from 0 to 1. */
function readReliability(value: unknown): number | Rejection {
  const number = numberOf(value);
  if (number !== undefined && number >= 0 && number <= 1) return number + 0;
  return reject('backend_options/min_reliability', `expected a number from 0 to 1, not ${describe(value)}`);
}
