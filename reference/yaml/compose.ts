import { MAX_DEPTH } from '../document/limits.ts';
import { Anchor, InnerAlias } from './anchor.ts';
import { closeDocument, openDocument, type Handles } from './document.ts';
import { YamlFault } from './fault.ts';
import { standardTag, typeOf, type Child, type Node, type Pair, type ScalarNode } from './node.ts';
import { resolvePlain } from './scalar.ts';
import { scan } from './scanner.ts';
import { Tokens, type Kind, type TokenOf } from './token.ts';

/** Composes the one document of a text from nodes. Returns `undefined` if the text holds no document. */
export function compose(text: string): Child | undefined {
  const tokens = new Tokens(scan(text));
  const { kind, handles } = openDocument(tokens);
  switch (kind) {
    case 'none':
      return undefined;
    case 'empty':
    case 'content': {
      const root =
        kind === 'empty' ? empty(tokens.current.start) : new Composition(tokens, handles).node('block');
      closeDocument(tokens);
      return root;
    }
    default:
      return kind satisfies never;
  }
}

/** The surroundings of a node: brackets, a block, or a block whose lists need no indentation. */
type Style = 'flow' | 'block' | 'indentless';

type Collection =
  | { readonly kind: 'sequence'; readonly items: readonly Child[] }
  | { readonly kind: 'mapping'; readonly pairs: readonly Pair[] };

interface Properties {
  readonly tag: string | undefined;
  readonly anchor: string | undefined;
  readonly start: number;
}

const BLOCK_LIST_ENDS: readonly Kind[] = ['-', 'block end'];
const BLOCK_PART_ENDS: readonly Kind[] = ['?', ':', 'block end'];
const FLOW_PAIR_ENDS: readonly Kind[] = [':', ',', ']'];
const FLOW_MAPPING_ENDS: readonly Kind[] = [':', ',', '}'];
const UNINDENTED_LIST_ENDS: readonly Kind[] = ['-', ...BLOCK_PART_ENDS];

/**
 * Composes nodes from tokens, by the grammar of YAML 1.1.
 * yaml/flow-and-block: Flow and block style, and `? ` keys, mean the same.
 */
class Composition {
  readonly #tokens: Tokens;
  readonly #handles: Handles;
  /**
   * yaml/anchors: An alias stands for the value of its anchor; an alias without an anchor, or an anchor
   *   twice, is refused.
   * The anchors read so far.
   */
  readonly #anchors = new Map<string, Anchor>();
  #depth = 0;

  constructor(tokens: Tokens, handles: Handles) {
    this.#tokens = tokens;
    this.#handles = handles;
  }

  node(style: Style): Child {
    const token = this.#tokens.current;
    if (token.kind === 'alias') {
      this.#tokens.next();
      return this.#alias(token);
    }
    const properties = this.#properties();
    if (properties.anchor === undefined) return child(this.#content(style, properties));
    const anchor = new Anchor();
    this.#anchors.set(properties.anchor, anchor);
    anchor.node = this.#content(style, properties);
    return child(anchor.node);
  }

  /**
   * yaml/anchors: An alias stands for the value of its anchor; an alias without an anchor, or an anchor
   *   twice, is refused.
   * The alias must come behind its anchor. It may stand inside the anchor's value, which is not complete then.
   */
  #alias({ name, start }: TokenOf<'alias'>): Child {
    const anchor = this.#anchors.get(name);
    if (anchor === undefined) throw new YamlFault('yaml/anchors', `no anchor &${name} stands before`, start);
    return anchor.node === undefined
      ? new InnerAlias(anchor, start)
      : { node: anchor.node, start, isAlias: true };
  }

  /** Reads at most one tag and one anchor, in either order. The same anchor may stand only once in a file. */
  #properties(): Properties {
    const { start } = this.#tokens.current;
    let tag: string | undefined;
    let anchor: string | undefined;
    for (;;) {
      const token = this.#tokens.current;
      if (token.kind === 'tag' && tag === undefined) tag = this.#wholeTag(token);
      else if (token.kind === 'anchor' && anchor === undefined) anchor = this.#newAnchor(token);
      else return { tag, anchor, start };
      this.#tokens.next();
    }
  }

  #newAnchor({ name, start }: TokenOf<'anchor'>): string {
    if (!this.#anchors.has(name)) return name;
    throw new YamlFault('yaml/anchors', `the anchor &${name} stands twice`, start);
  }

  /**
   * yaml/tags: The standard tags (`!!str`, `!!int`, `!!float`, ...) choose the type; any other tag is
   *   refused.
   * Returns the whole tag. Its handle is one of the two predefined ones, or one that `%TAG` declares.
   */
  #wholeTag({ handle, suffix, start }: TokenOf<'tag'>): string {
    if (handle === undefined) return suffix;
    const prefix = this.#handles.get(handle);
    if (prefix !== undefined) return prefix + suffix;
    throw new YamlFault('yaml/tags', `no %TAG declares ${handle}`, start);
  }

  #content(style: Style, { tag, anchor, start: outerStart }: Properties): Node {
    const token = this.#tokens.current;
    const { start } = token;
    if (token.kind === 'scalar') {
      this.#tokens.next();
      return scalarNode(tag, token.text, token.plain, start);
    }
    const collection = this.#collection(style);
    if (collection !== undefined) return collectionNode(collection, tag, start);
    if (tag === undefined && anchor === undefined) throw this.#tokens.unexpected('a value');
    return scalarNode(tag, '', true, outerStart);
  }

  /** Reads the list or mapping that starts here. Returns `undefined` if none does. */
  #collection(style: Style): Collection | undefined {
    this.#depth += 1;
    // NON-SPEC: bounds the document's depth; `Construction` does so exactly, aliases followed.
    if (this.#depth > MAX_DEPTH + 1) {
      throw new YamlFault('yaml/well-formed', `nested deeper than ${MAX_DEPTH}`, this.#tokens.current.start);
    }
    const found = this.#collectionOf(this.#tokens.current.kind, style);
    this.#depth -= 1;
    return found;
  }

  #collectionOf(start: Kind, style: Style): Collection | undefined {
    switch (start) {
      case '[':
        return this.#flowSequence();
      case '{':
        return this.#flowMapping();
      case 'block sequence':
        return style === 'flow' ? undefined : this.#blockSequence();
      case 'block mapping':
        return style === 'flow' ? undefined : this.#blockMapping();
      case '-':
        return style === 'indentless' ? this.#blockItems(UNINDENTED_LIST_ENDS) : undefined;
      default:
        return undefined;
    }
  }

  #blockSequence(): Collection {
    this.#tokens.next();
    const list = this.#blockItems(BLOCK_LIST_ENDS);
    this.#tokens.expect('block end', 'an item, or the end of the list');
    return list;
  }

  #blockItems(ends: readonly Kind[]): Collection {
    const items: Child[] = [];
    while (this.#tokens.sees('-')) items.push(this.#part('block', ends));
    return { kind: 'sequence', items };
  }

  #blockMapping(): Collection {
    this.#tokens.next();
    const pairs: Pair[] = [];
    while (this.#tokens.sees('?')) pairs.push(this.#pair('indentless', BLOCK_PART_ENDS));
    this.#tokens.expect('block end', 'a key, or the end of the mapping');
    return { kind: 'mapping', pairs };
  }

  #flowSequence(): Collection {
    const items: Child[] = [];
    this.#tokens.next();
    while (!this.#tokens.sees(']')) {
      items.push(this.#tokens.sees('?') ? this.#pairAlone() : this.node('flow'));
      this.#separate(']');
    }
    this.#tokens.next();
    return { kind: 'sequence', items };
  }

  /** Reads a pair inside a list as a mapping of its own. */
  #pairAlone(): Child {
    const { start } = this.#tokens.current;
    const pair = this.#pair('flow', FLOW_PAIR_ENDS);
    return child(collectionNode({ kind: 'mapping', pairs: [pair] }, undefined, start));
  }

  #flowMapping(): Collection {
    const pairs: Pair[] = [];
    this.#tokens.next();
    while (!this.#tokens.sees('}')) {
      pairs.push(
        this.#tokens.sees('?') ? this.#pair('flow', FLOW_MAPPING_ENDS) : keyAlone(this.node('flow')),
      );
      this.#separate('}');
    }
    this.#tokens.next();
    return { kind: 'mapping', pairs };
  }

  /** Reads the comma before the next entry; the last entry may have one too. */
  #separate(end: ']' | '}'): void {
    if (!this.#tokens.sees(end)) this.#tokens.expect(',', `a comma or ${end}`);
  }

  #pair(style: Style, ends: readonly Kind[]): Pair {
    const key = this.#part(style, ends);
    return this.#tokens.sees(':') ? { key, value: this.#part(style, ends) } : keyAlone(key);
  }

  /**
   * Reads the node behind a sign; an empty one is null.
   * yaml/null: `~`, `null` and nothing at all are null.
   */
  #part(style: Style, ends: readonly Kind[]): Child {
    const sign = this.#tokens.next();
    return this.#tokens.seesOneOf(ends) ? empty(sign.start + 1) : this.node(style);
  }
}

function child(node: Node): Child {
  return { node, start: node.start, isAlias: false };
}

function keyAlone(key: Child): Pair {
  return { key, value: empty(key.start) };
}

function empty(start: number): Child {
  return child(scalarNode(undefined, '', true, start));
}

/**
 * yaml/quoting: Quoted text is text, whatever it looks like.
 * Makes a scalar node. Only plain text, and text with a bare `!`, gets its type from its look.
 */
function scalarNode(tag: string | undefined, text: string, plain: boolean, start: number): ScalarNode {
  if (tag !== undefined && tag !== '!') return { kind: 'scalar', tag, type: typeOf(tag), start, text };
  const type = plain || tag === '!' ? resolvePlain(text) : 'str';
  return { kind: 'scalar', tag: standardTag(type), type, start, text };
}

function collectionNode(collection: Collection, given: string | undefined, start: number): Node {
  const standard = collection.kind === 'sequence' ? 'seq' : 'map';
  const isGiven = given !== undefined && given !== '!';
  const tag = isGiven ? given : standardTag(standard);
  const type = isGiven ? typeOf(given) : standard;
  // The properties are written out, because a spread measures several times slower.
  if (collection.kind === 'sequence') return { kind: 'sequence', tag, type, start, items: collection.items };
  return { kind: 'mapping', tag, type, start, pairs: collection.pairs };
}
