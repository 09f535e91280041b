import type { ListNode, MappingNode, Node } from '../node.ts';
import { keyText } from './key.ts';
import { rearranged } from './rearrange.ts';
import { anyScalar, plainScalar } from './scalar.ts';
import { nameOfItem, type Writer } from './writer.ts';

/** Writes a node in flow style, `[a, b]` or `{a: b}`, on one or more lines. */
export function flowNode(node: Node, writer: Writer): string {
  const reference = writer.anchors?.reference(node, writer.pen);
  if (reference?.kind === 'alias') return reference.text;
  const text = bareFlow(node, writer);
  return reference?.kind === 'anchor' ? `${reference.prefix} ${text}` : text;
}

function bareFlow(node: Node, writer: Writer): string {
  switch (node.kind) {
    case 'list':
      return flowList(node, writer);
    case 'mapping':
      return flowMapping(rearranged(node, writer), writer);
    case 'raw':
      return node.yaml;
    default:
      return writer.style.varied
        ? anyScalar(node, 'flow', writer.pen)
        : plainScalar(node, 'flow', writer.pen);
  }
}

function flowList({ items }: ListNode, writer: Writer): string {
  const { source } = writer.pen;
  const parts = items.map((item) => {
    source.enter('part', nameOfItem(item));
    const text = flowNode(item, writer);
    source.leave();
    return text;
  });
  return joined('[', parts, ']', writer);
}

function flowMapping({ keys, values }: MappingNode, writer: Writer): string {
  const entries: string[] = [];
  for (const [index, key] of keys.entries()) {
    const value = values[index];
    if (value === undefined) break;
    writer.pen.source.enter('part', key.value);
    entries.push(`${keyText(key, 'flow', writer)}: ${flowNode(value, writer)}`);
    writer.pen.source.leave();
  }
  return joined('{', entries, '}', writer);
}

/** Joins parts with commas. A comma may also stand after the last item, and a line may end after any item. */
function joined(open: string, parts: readonly string[], close: string, { style, pen }: Writer): string {
  if (!style.varied || parts.length === 0) return open + parts.join(', ') + close;
  switch (pen.source.below(8)) {
    case 5:
      return open + parts.join(', ') + `, ${close}`;
    case 6:
      return `${open} ${parts.join(' , ')} ${close}`;
    case 7:
      return open + parts.join(`,\n${' '.repeat(16)}`) + close;
    default:
      return open + parts.join(', ') + close;
  }
}
