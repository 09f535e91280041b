import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { Pen } from '../choices/pen.ts';
import { decimal } from '../document/decimal.ts';
import {
  boolean,
  float,
  integer,
  knownText,
  mapping,
  NULL,
  text,
  type Node,
  type TextNode,
} from '../document/node.ts';
import { DEFAULT_RELIABILITY, type BackendOptions } from '../meaning/backend-options.ts';
import { spellInteger } from './integer.ts';

const TYPE = knownText('type');
const VASTAI = knownText('vastai');
const OFFER_ORDER = knownText('offer_order');
const MIN_RELIABILITY = knownText('min_reliability');
const MIN_SCORE = knownText('min_score');

/**
 * backend_options/type: `type` is vastai.
 * backend_options/type-default: `type` defaults to vastai.
 * backend_options/offer_order: `offer_order` is score or price.
 * backend_options/offer_order-default: `offer_order` defaults to score.
 * backend_options/min_reliability: `min_reliability` is the least reliability of an offer, from 0 to 1.
 * backend_options/min_reliability-default: `min_reliability` defaults to 0.9.
 * backend_options/min_score: `min_score` is the least score of an offer.
 * backend_options/min_score-default: Without `min_score` any score will do.
 */
export function spellBackendOptions({ order, reliability, score }: BackendOptions, pen: Pen): Node {
  const entries: [TextNode, Node][] = [];
  if (pen.strays(4)) pen.byDefault('backend_options/type-default');
  else {
    pen.note('backend_options/type');
    entries.push([TYPE, VASTAI]);
  }
  const isUsualOrder = order === 'score' && pen.source.below(2) === 0;
  if (isUsualOrder) addAbsent(entries, OFFER_ORDER, 'backend_options/offer_order-default', pen);
  else {
    pen.note('backend_options/offer_order');
    entries.push([OFFER_ORDER, text(order)]);
  }
  if (reliability === DEFAULT_RELIABILITY && pen.source.below(2) === 0)
    addAbsent(entries, MIN_RELIABILITY, 'backend_options/min_reliability-default', pen);
  else {
    pen.note('backend_options/min_reliability');
    entries.push([MIN_RELIABILITY, spellReliability(reliability, pen)]);
  }
  if (score === null) addAbsent(entries, MIN_SCORE, 'backend_options/min_score-default', pen);
  else {
    pen.note('backend_options/min_score');
    entries.push([MIN_SCORE, spellInteger(score, pen)]);
  }
  if (pen.source.below(4) === 3) entries.reverse();
  return mapping(
    entries.map(([key]) => key),
    entries.map(([, value]) => value),
  );
}

/** null/absent: `null` for an optional field without a value of its own means that the field is absent. */
function addAbsent(entries: [TextNode, Node][], key: TextNode, byDefault: RequirementId, pen: Pen): void {
  pen.byDefault(byDefault);
  if (!pen.strays(6)) return;
  pen.note('null/absent');
  entries.push([key, NULL]);
}

/** Writes a number, or what is read as one. */
function spellReliability(value: number, pen: Pen): Node {
  switch (pen.way(1, 5)) {
    case 3:
      return text(` ${decimal(value)} `);
    case 4:
      if (value === 0 || value === 1) return boolean(value === 1);
      break;
    default:
  }
  return Number.isInteger(value) && pen.source.below(2) === 0 ? integer(value) : float(value);
}
