import type fc from 'fast-check';
import type { RequirementId } from '../spec/generated/requirement-ids.ts';
import { arbitraryOf } from './choices/arbitrary.ts';
import { jsonOf } from './document/json.ts';
import type { Node } from './document/node.ts';
import { Pen, type PenOptions } from './choices/pen.ts';
import { yamlOf } from './document/yaml/write.ts';

/** A concept of the page: its meanings, the canonical value of a meaning, and every way to write it. */
export interface Concept<Meaning> {
  readonly draw: (pen: Pen) => Meaning;
  readonly normal: (meaning: Meaning) => unknown;
  readonly spell: (meaning: Meaning, pen: Pen) => Node;
}

/**
 * The arbitraries of a concept. They generate normal values and their spellings, so that tests need not know its
 * meanings.
 */
export interface Notion {
  /** Normal values. */
  readonly meanings: fc.Arbitrary<unknown>;
  readonly spellings: fc.Arbitrary<Spelling>;
  /** Spellings that rest on the page alone. */
  readonly documentedSpellings: fc.Arbitrary<Spelling>;
}

/** One way to write a normal value, and the requirements that this meaning rests on. */
export interface Spelling {
  readonly normal: unknown;
  /** `undefined` if only YAML can say it. */
  readonly json: string | undefined;
  readonly yaml: string;
  readonly requirements: readonly RequirementId[];
  /** The further requirements that reading the YAML text rests on. */
  readonly yamlRequirements: readonly RequirementId[];
}

/** Builds the arbitraries of a concept once. */
export function notionOf<Meaning>(concept: Concept<Meaning>): Notion {
  return {
    meanings: arbitraryOf((source) => concept.normal(concept.draw(new Pen(source)))),
    spellings: spellingsOf(concept, { yamlOnly: true }),
    documentedSpellings: spellingsOf(concept, { scope: 'documented' }),
  };
}

function spellingsOf<Meaning>(concept: Concept<Meaning>, options: PenOptions): fc.Arbitrary<Spelling> {
  return arbitraryOf((source) => {
    const pen = new Pen(source, options);
    const meaning = pen.part(concept.draw);
    const node = pen.part(() => concept.spell(meaning, pen));
    const yamlPen = new Pen(source, options);
    return {
      normal: concept.normal(meaning),
      json: jsonOf(node),
      yaml: yamlPen.part(() => yamlOf(node, yamlPen)),
      requirements: [...new Set(pen.notes)],
      yamlRequirements: [...new Set(yamlPen.notes)],
    };
  });
}
