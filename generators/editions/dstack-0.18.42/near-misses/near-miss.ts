import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import { oneOf, rarely, type Pool } from '../../../choices/choose.ts';
import type { FieldMutation } from '../mutations/mutation.ts';
import { frameOf, type Place } from '../mutations/place.ts';
import { text, type Node } from '../../../document/node.ts';
import type { Pen } from '../../../choices/pen.ts';
import { editText } from '../../../misspelling/edit.ts';
import type { Grammar } from '../../../misspelling/fault.ts';

/** Draws a text that may or may not be valid. Most are near a valid one. */
export type Candidate = (pen: Pen) => string;

/** Texts near valid ones that break this requirement in this place. */
export interface NearMiss {
  readonly requirement: RequirementId;
  readonly place: Place;
  readonly grammar: Grammar;
  readonly candidate: Candidate;
  /** Texts that certainly break the requirement. They are used when no candidate breaks it. */
  readonly seeds: Pool<string>;
}

/** A seed is used after this many candidates that don't break the requirement. */
const TRIES = 8;

/** Breaks one requirement by a text in a place. The grammar confirms that the text breaks it. */
export function nearMiss({ place, ...texts }: NearMiss): FieldMutation {
  return {
    kind: 'fields',
    requirement: texts.requirement,
    ...frameOf(place),
    isEdited: true,
    write: (entries, pen) => place.put(text(drawNearMiss(texts, pen)), entries, pen),
  };
}

function drawNearMiss({ requirement, grammar, candidate, seeds }: Omit<NearMiss, 'place'>, pen: Pen): string {
  for (let tries = 0; tries < TRIES; tries += 1) {
    pen.source.enter('part');
    const drawn = candidate(pen.quiet());
    pen.source.leave();
    if (grammar(drawn) === requirement) return drawn;
  }
  return oneOf(pen.source, seeds);
}

/** Draws a valid text and edits it once, or now and then twice. */
export function edited(valid: Candidate, tokens: Pool<string>): Candidate {
  return (pen) => {
    pen.source.enter('part');
    const base = valid(pen);
    pen.source.leave();
    const once = editText(base, tokens, pen.source);
    return rarely(pen.source, 8) ? editText(once, tokens, pen.source) : once;
  };
}

/** Draws a valid text: a meaning, spelled as a scalar. */
export function spelled<Meaning>(
  draw: (pen: Pen) => Meaning,
  spell: (meaning: Meaning, pen: Pen) => Node,
): Candidate {
  return (pen) => scalarText(spell(draw(pen), pen));
}

/** Returns the text of a scalar. Mappings and lists have none. */
function scalarText(node: Node): string {
  switch (node.kind) {
    case 'text':
      return node.value;
    case 'integer':
    case 'float':
    case 'boolean':
      return node.json;
    case 'null':
    case 'list':
    case 'mapping':
    case 'raw':
      return '';
  }
}
