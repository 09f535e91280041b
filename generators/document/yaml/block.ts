import type { ListNode, MappingNode, Node, Scalar, TextNode } from '../node.ts';
import { blockScalar } from './block-scalar.ts';
import { flowNode } from './flow.ts';
import { keyText } from './key.ts';
import { rearranged } from './rearrange.ts';
import { anyScalar, plainScalar } from './scalar.ts';
import { nameOfItem, type Writer } from './writer.ts';

/** The parent of a value: a list or a key of a mapping. */
type Within = 'mapping' | 'list';

/** Writes a document in block style, down to the nodes that turn to flow style. */
export function blockDocument(node: Node, writer: Writer): string {
  if (node.kind === 'mapping' && node.keys.length > 0) return blockMapping(node, 0, writer);
  if (node.kind === 'list' && node.items.length > 0) return blockList(node, 0, writer);
  return `${flowNode(node, writer)}\n`;
}

function blockMapping(node: MappingNode, indent: number, writer: Writer): string {
  const { keys, values } = rearranged(node, writer);
  const pad = ' '.repeat(indent);
  let text = '';
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index];
    const value = values[index];
    if (key === undefined || value === undefined) break;
    writer.pen.source.enter('part', key.value);
    text +=
      commentLine(pad, writer) + entryKey(key, pad, writer) + entryValue(value, indent, 'mapping', writer);
    writer.pen.source.leave();
  }
  return text;
}

/** Writes `key:`, or the two lines of a `? ` key. */
function entryKey(key: TextNode, pad: string, writer: Writer): string {
  const text = keyText(key, 'block', writer);
  if (!writer.style.varied || writer.pen.source.below(24) !== 23) return `${pad}${text}:`;
  writer.pen.note('yaml/flow-and-block');
  return `${pad}? ${text}\n${pad}:`;
}

/** Writes the value behind a key or a dash, with the blank or the line end before it. */
function entryValue(node: Node, indent: number, within: Within, writer: Writer): string {
  const reference = writer.anchors?.reference(node, writer.pen);
  if (reference?.kind === 'alias') return ` ${reference.text}\n`;
  const prefix = reference?.kind === 'anchor' ? ` ${reference.prefix}` : '';
  switch (node.kind) {
    case 'raw':
      return `${prefix} ${node.yaml}\n`;
    case 'list':
    case 'mapping':
      return staysFlow(node, writer)
        ? `${prefix} ${flowContents(node, writer)}\n`
        : `${prefix}${tag(node, writer)}\n${blockContents(node, indent, within, writer)}`;
    default:
      return `${prefix} ${scalarLine(node, indent, writer)}`;
  }
}

/** Writes the contents without their anchor, which is already written. */
function flowContents(node: ListNode | MappingNode, writer: Writer): string {
  return flowNode(node, { ...writer, anchors: null });
}

/** The items of a key may stand at the key's own indentation; those of an item may not. */
function blockContents(node: ListNode | MappingNode, indent: number, within: Within, writer: Writer): string {
  if (node.kind === 'mapping') return blockMapping(node, indent + 2, writer);
  const isIndented = within === 'list' || !writer.style.varied || writer.pen.source.below(2) === 0;
  return blockList(node, isIndented ? indent + 2 : indent, writer);
}

function blockList({ items }: ListNode, indent: number, writer: Writer): string {
  const pad = ' '.repeat(indent);
  let text = '';
  for (const item of items) {
    writer.pen.source.enter('part', nameOfItem(item));
    text += `${commentLine(pad, writer)}${pad}-${itemValue(item, indent, writer)}`;
    writer.pen.source.leave();
  }
  return text;
}

/** Writes the value of an item. A mapping or a list begins on the line of its dash. */
function itemValue(node: Node, indent: number, writer: Writer): string {
  const isCompact =
    (node.kind === 'mapping' || node.kind === 'list') && writer.anchors === null && !staysFlow(node, writer);
  if (!isCompact) return entryValue(node, indent, 'list', writer);
  const lines =
    node.kind === 'mapping' ? blockMapping(node, indent + 2, writer) : blockList(node, indent + 2, writer);
  return ` ${lines.slice(indent + 2)}`;
}

function staysFlow(node: ListNode | MappingNode, { style, pen }: Writer): boolean {
  if ((node.kind === 'list' ? node.items : node.keys).length === 0) return true;
  if (!style.varied || pen.source.below(4) !== 3) return false;
  pen.note('yaml/flow-and-block');
  return true;
}

function scalarLine(node: Scalar, indent: number, writer: Writer): string {
  const { pen, style } = writer;
  if (!style.varied) return `${plainScalar(node, 'block', pen)}${comment(writer)}\n`;
  if (node.kind === 'text' && (pen.source.below(8) === 7 || node.value.includes('\n'))) {
    const lines = blockScalar(node, indent + 2, pen);
    if (lines !== null) return lines;
  }
  return `${anyScalar(node, 'block', pen)}${comment(writer)}\n`;
}

function tag(node: ListNode | MappingNode, { style, pen }: Writer): string {
  if (!style.varied || pen.source.below(32) !== 31) return '';
  pen.note('yaml/tags');
  return node.kind === 'list' ? ' !!seq' : ' !!map';
}

function comment({ style, pen }: Writer): string {
  return style.comments && pen.source.below(4) === 3 ? ' # a comment: [' : '';
}

function commentLine(pad: string, { style, pen }: Writer): string {
  return style.comments && pen.source.below(8) === 7 ? `${pad}# a comment: [\n` : '';
}
