import type fc from 'fast-check';
import type { RequirementId } from '../spec/generated/levels.ts';
import { arbitraryOf } from './choices/arbitrary.ts';
import { jsonOf } from './document/json.ts';
import type { Node } from './document/node.ts';
import { Pen, type PenOptions } from './choices/pen.ts';
import { yamlOf } from './document/yaml/write.ts';

/** One notion of the page: what it can mean, the canonical value of that, and every way to write it. */
export interface Concept<Meaning> {
  readonly draw: (pen: Pen) => Meaning;
  readonly normal: (meaning: Meaning) => unknown;
  readonly spell: (meaning: Meaning, pen: Pen) => Node;
}

/** A concept whose meanings are nobody's business: what it makes is normal values and their spellings. */
export interface Notion {
  /** Normal values. */
  readonly meanings: fc.Arbitrary<unknown>;
  readonly spellings: fc.Arbitrary<Spelling>;
  /** The same, resting on the page alone. */
  readonly documentedSpellings: fc.Arbitrary<Spelling>;
}

/** One way to write a normal value, and the requirements that let it mean that. */
export interface Spelling {
  readonly normal: unknown;
  /** `undefined` where only YAML can say it. */
  readonly json: string | undefined;
  readonly yaml: string;
  readonly requirements: readonly RequirementId[];
  /** What reading the YAML text takes besides. */
  readonly yamlRequirements: readonly RequirementId[];
}

/** The arbitraries of a concept, built once. */
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
