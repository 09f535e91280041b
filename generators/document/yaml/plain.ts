import type { Pen } from '../../choices/pen.ts';
import type { ListNode, MappingNode, Node } from '../node.ts';
import { plainKey } from './key.ts';
import { plainScalar } from './scalar.ts';

const INDENTATION = '  ';

/**
 * Writes a document in the plainest style: in blocks, with quotes only where they are needed, on lines that end in LF.
 * It takes no decision, so it costs half as much as the same text from the writer of all styles. Half of all texts are
 * written by it.
 */
export function plainDocument(node: Node, pen: Pen): string {
  return isBlock(node) ? block(node, '', '', pen) : `${flow(node, pen)}\n`;
}

/** Writes a mapping or a list with its first line behind `start`, and each further line behind `pad`. */
function block(node: ListNode | MappingNode, start: string, pad: string, pen: Pen): string {
  return node.kind === 'mapping' ? blockMapping(node, start, pad, pen) : blockList(node, start, pad, pen);
}

function blockMapping({ keys, values }: MappingNode, start: string, pad: string, pen: Pen): string {
  let text = start;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index];
    const value = values[index];
    if (key === undefined || value === undefined) break;
    if (index > 0) text += pad;
    text += plainKey(key, 'block', pen);
    text += isBlock(value)
      ? block(value, `:\n${pad}${INDENTATION}`, pad + INDENTATION, pen)
      : `: ${flow(value, pen)}\n`;
  }
  return text;
}

/** Writes a list. A mapping or a list begins on the line of its dash. */
function blockList({ items }: ListNode, start: string, pad: string, pen: Pen): string {
  let text = '';
  let before = start;
  for (const item of items) {
    text += isBlock(item)
      ? block(item, `${before}- `, pad + INDENTATION, pen)
      : `${before}- ${flow(item, pen)}\n`;
    before = pad;
  }
  return text;
}

/** Writes a scalar, raw YAML, or a list or mapping without contents. */
function flow(node: Node, pen: Pen): string {
  switch (node.kind) {
    case 'list':
      return '[]';
    case 'mapping':
      return '{}';
    case 'raw':
      return node.yaml;
    default:
      return plainScalar(node, 'block', pen);
  }
}

function isBlock(node: Node): node is ListNode | MappingNode {
  return (node.kind === 'mapping' && node.keys.length > 0) || (node.kind === 'list' && node.items.length > 0);
}
