import { MAX_VALUES } from '../../../reference/document/limits.ts';
import { readYaml } from '../../../reference/yaml/yaml.ts';
import { compose } from '../../../reference/yaml/compose.ts';
import { Construction } from '../../../reference/yaml/construct.ts';
import { typeOf, type Child, type Node, type Pair } from '../../../reference/yaml/node.ts';
import { changeTexts } from './change.ts';
import type { YamlReader } from './message.ts';

/** Implementations that treat equal keys, merge keys or line breaks differently than the release. */
export const YAML_PAIRS = {
  'yaml-first-key-wins': withPairs(firstOfEqual),
  'yaml-merged-keys-win': withPairs((pairs) => {
    const merged = pairs.filter(isMerge).flatMap(({ value }) => keysOf(value.node));
    return pairs.filter(({ key }) => !merged.includes(textOf(key)));
  }),
  'yaml-last-merged-mapping-wins': withPairs((pairs) =>
    pairs.map((pair) => (isMerge(pair) ? { ...pair, value: reversed(pair.value) } : pair)),
  ),
  'yaml-carriage-returns-kept': (text) => {
    const reading = readYaml(text);
    if (reading.kind === 'refused' || !text.includes('\r\n') || text.includes('\\n')) return reading;
    return { ...reading, document: changeTexts(reading.document, (each) => each.replaceAll('\n', '\r\n')) };
  },
} satisfies Readonly<Record<string, YamlReader>>;

/** Reads a text whose mappings have their pairs replaced by `by`. */
function withPairs(by: (pairs: readonly Pair[]) => readonly Pair[]): YamlReader {
  return (text) => {
    const reading = readYaml(text);
    const root = reading.kind === 'read' ? compose(text.replace(/^\ufeff/, '')) : undefined;
    if (reading.kind === 'refused' || root === undefined) return reading;
    return { ...reading, document: new Construction(MAX_VALUES).document(changed(root, by)) };
  };
}

/** `above` holds the nodes around this one, which a mapping that merges itself leads back to. They stay as they are. */
function changed(
  child: Child,
  by: (pairs: readonly Pair[]) => readonly Pair[],
  above: ReadonlySet<Node> = new Set(),
): Child {
  const { node } = child;
  if (node.kind === 'scalar' || above.has(node)) return child;
  const inside = new Set([...above, node]);
  if (node.kind === 'sequence')
    return { ...child, node: { ...node, items: node.items.map((item) => changed(item, by, inside)) } };
  const pairs = node.pairs.map(({ key, value }) => ({ key, value: changed(value, by, inside) }));
  return { ...child, node: { ...node, pairs: by(pairs) } };
}

function firstOfEqual(pairs: readonly Pair[]): readonly Pair[] {
  const texts = pairs.map(({ key }) => textOf(key));
  return pairs.filter(({ key }, at) => texts.indexOf(textOf(key)) === at);
}

function isMerge({ key }: Pair): boolean {
  return typeOf(key.node.tag) === 'merge';
}

function keysOf(node: Node): string[] {
  switch (node.kind) {
    case 'scalar':
      return [];
    case 'sequence':
      return node.items.flatMap((item) => keysOf(item.node));
    case 'mapping':
      return node.pairs.map(({ key }) => textOf(key));
  }
}

function textOf({ node }: Child): string {
  return node.kind === 'scalar' ? node.text : '';
}

function reversed(child: Child): Child {
  const { node } = child;
  return node.kind === 'sequence' ? { ...child, node: { ...node, items: [...node.items].reverse() } } : child;
}
