import type { NormalBackendOptions } from '../../spec/values.ts';
import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';

/** Options of a backend. The only one that has some is vastai. */
export interface BackendOptions {
  readonly order: NormalBackendOptions['offer_order'];
  readonly reliability: number;
  readonly score: number | null;
}

export const DEFAULT_RELIABILITY = 0.9;

const RELIABILITIES = [0.5, 1, 0, 0.99, 0.001, 1e-7, 0.30000000000000004] as const;

const SCORES = [300, 0, 1, 100_000] as const;

export function drawBackendOptions({ source }: Pen): BackendOptions {
  return {
    order: source.below(2) === 0 ? 'score' : 'price',
    reliability: source.below(2) === 0 ? DEFAULT_RELIABILITY : oneOf(source, RELIABILITIES),
    score: source.below(2) === 0 ? null : oneOf(source, SCORES),
  };
}

export function normalBackendOptions({ order, reliability, score }: BackendOptions): NormalBackendOptions {
  return { type: 'vastai', offer_order: order, min_reliability: reliability, min_score: score };
}
