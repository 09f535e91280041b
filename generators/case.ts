import type { RequirementId } from '../spec/generated/requirement-ids.ts';
import type { Origin } from './choices/arbitrary.ts';
import { oneOf } from './choices/choose.ts';
import { jsonOf } from './document/json.ts';
import type { FieldMutation, Mutation } from './mutation.ts';
import type { AnyGrammar } from './grammar.ts';
import { documentOf, type Node } from './document/node.ts';
import { Pen } from './choices/pen.ts';
import type { CasePlan } from './plan.ts';
import type { Source } from './choices/source.ts';
import { Entries } from './document/entries.ts';
import { arrange } from './document/arrange.ts';
import { plainYamlOf, yamlOf } from './document/yaml/write.ts';

/** The right answer, known from how the case was made. */
export type Expectation<Normal extends object = object> =
  | { readonly kind: 'accepted'; readonly normal: Normal }
  /** The requirement that was broken and its place: a JSON Pointer, where `''` is the whole document. */
  | { readonly kind: 'rejected'; readonly requirement: RequirementId; readonly path: string };

interface Content<Normal extends object> {
  readonly node: Node;
  readonly json: string | undefined;
  readonly writeYaml: () => YamlText;
  readonly expected: Expectation<Normal>;
  /** Requirements that the document rests on, whichever of its texts is read. */
  readonly notes: readonly RequirementId[];
  readonly defaults: readonly RequirementId[];
}

interface YamlText {
  readonly text: string;
  /** Requirements that only this text rests on. */
  readonly notes: readonly RequirementId[];
}

/** A document as JSON and as YAML, its expected meaning, and the requirements that this meaning rests on. */
export class GeneratedCase<Normal extends object = object> {
  /** One line of JSON; `undefined` if only YAML can say the document. */
  readonly json: string | undefined;
  readonly expected: Expectation<Normal>;
  /** The way to make the case again, and to make it simpler. */
  readonly origin: Origin;
  readonly plan: CasePlan<Normal>;
  readonly #content: Content<Normal>;
  #yaml: YamlText | undefined;

  constructor(content: Content<Normal>, origin: Origin, plan: CasePlan<Normal>) {
    this.json = content.json;
    this.expected = content.expected;
    this.origin = origin;
    this.plan = plan;
    this.#content = content;
  }

  /** The YAML text. It is written on first use, which is possible because its decisions are drawn last. */
  get yaml(): string {
    return this.#writtenYaml().text;
  }

  /** Draws the remaining decisions. */
  complete(): void {
    this.#writtenYaml();
  }

  /** The value that readers make of either text; `undefined` if only YAML can say it. */
  get document(): unknown {
    return this.json === undefined ? undefined : documentOf(this.#content.node);
  }

  /**
   * The requirements that the document uses, each once. The broken one comes first; the others have no particular
   * order.
   */
  get requirements(): RequirementId[] {
    const { expected, notes } = this.#content;
    return [...new Set(expected.kind === 'rejected' ? [expected.requirement, ...notes] : notes)];
  }

  /** The further requirements that reading the YAML text rests on. */
  get yamlRequirements(): RequirementId[] {
    return [...new Set(this.#writtenYaml().notes)];
  }

  #writtenYaml(): YamlText {
    this.#yaml ??= this.#content.writeYaml();
    return this.#yaml;
  }

  /** Requirements behind the defaults of omitted fields. */
  get defaults(): RequirementId[] {
    return [...new Set(this.#content.defaults)];
  }
}

/** Does the same as `drawCase`, but draws every decision before it returns, those of the YAML text included. */
export function drawWholeCase<Normal extends object>(
  source: Source,
  origin: Origin,
  plan: CasePlan<Normal>,
): GeneratedCase<Normal> {
  const made = drawCase(source, origin, plan);
  made.complete();
  return made;
}

/**
 * Draws a case: a meaning, one spelling of it, its JSON, and perhaps a mutation. Its YAML is written when it is first
 * used.
 */
export function drawCase<Normal extends object>(
  source: Source,
  origin: Origin,
  plan: CasePlan<Normal>,
): GeneratedCase<Normal> {
  source.enter('part');
  const mutation = drawMutation(source, plan);
  const focus = oneOf(source, plan.foci);
  source.leave();
  const { grammar, scope, yamlOnly } = plan;
  const { offer, coercion } = grammar;
  const pen = new Pen(source, {
    scope,
    yamlOnly: yamlOnly && mutation === undefined,
    focus,
    offer,
    coercion,
  });
  const content =
    mutation === undefined ? validContent(grammar, pen) : invalidContent(grammar, mutation, pen);
  return new GeneratedCase(content, origin, plan);
}

function drawMutation(source: Source, { kind, mutations }: CasePlan): Mutation | undefined {
  if (kind === 'valid' || (kind === 'mix' && source.below(2) === 0)) return undefined;
  const ways = mutations[source.below(mutations.length)];
  return ways?.[source.below(ways.length)];
}

function validContent<Normal extends object>(grammar: AnyGrammar<Normal>, pen: Pen): Content<Normal> {
  const entries = new Entries();
  const meaning = grammar.draw(entries, pen);
  const node = arrange(entries, pen);
  return contentOf(node, { kind: 'accepted', normal: grammar.normal(meaning) }, pen);
}

function invalidContent<Normal extends object>(
  grammar: AnyGrammar<Normal>,
  mutation: Mutation,
  pen: Pen,
): Content<Normal> {
  const entries = new Entries();
  const { requirement } = mutation;
  if (mutation.kind === 'whole') {
    grammar.draw(entries, pen);
    const node = mutation.replace(arrange(entries, pen), pen);
    return contentOf(node, { kind: 'rejected', requirement, path: '' }, pen);
  }
  grammar.draw(entries, pen, mutation);
  const path = writeMutation(mutation, entries, pen);
  return contentOf(arrange(entries, pen), { kind: 'rejected', requirement, path }, pen, mutation);
}

function writeMutation(mutation: FieldMutation, entries: Entries, pen: Pen): string {
  pen.source.enter('part');
  const path = mutation.write(entries, pen);
  pen.source.leave();
  return path;
}

/**
 * Makes the content of a case. A rejected document that only YAML can say is written plainly, so that nothing hides
 * the fault.
 */
function contentOf<Normal extends object>(
  node: Node,
  expected: Expectation<Normal>,
  pen: Pen,
  { head = '', tail = '' }: Pick<FieldMutation, 'head' | 'tail'> = {},
): Content<Normal> {
  const { source, notes, defaults } = pen;
  const json = head + tail === '' ? jsonOf(node) : undefined;
  const isPlain = json === undefined && expected.kind === 'rejected';
  function writeYaml(): YamlText {
    const yamlPen = new Pen(source, {
      scope: pen.documented ? 'documented' : 'all',
      coercion: pen.coercion,
    });
    source.enter('part');
    const yaml = isPlain ? plainYamlOf(node, yamlPen) : yamlOf(node, yamlPen);
    source.leave();
    // YAML notations are not noted for documented cases, because the page shows its documents in YAML.
    return { text: head + yaml + tail, notes: pen.documented ? [] : yamlPen.notes };
  }
  return { node, json, writeYaml, expected, notes, defaults };
}
