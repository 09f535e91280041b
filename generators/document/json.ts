import type { ListNode, MappingNode, Node } from './node.ts';

/** Writes a node as JSON text on one line. Returns `undefined` if only YAML can say it. */
export function jsonOf(node: Node): string | undefined {
  switch (node.kind) {
    case 'list':
      return listJson(node);
    case 'mapping':
      return mappingJson(node);
    case 'raw':
      return undefined;
    default:
      return node.json;
  }
}

function listJson({ items }: ListNode): string | undefined {
  let json = '[';
  for (const item of items) {
    const text = jsonOf(item);
    if (text === undefined) return undefined;
    json += json === '[' ? text : `,${text}`;
  }
  return `${json}]`;
}

function mappingJson({ keys, values }: MappingNode): string | undefined {
  let json = '{';
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index];
    const value = values[index];
    if (key === undefined || value === undefined) break;
    const text = jsonOf(value);
    if (text === undefined) return undefined;
    json += json === '{' ? `${key.json}:${text}` : `,${key.json}:${text}`;
  }
  return `${json}}`;
}
