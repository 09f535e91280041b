import { step } from '../../reference/document/pointer.ts';

/** One line of indented JSON; a leaf (scalar, empty list, empty mapping) has its JSON Pointer. */
export interface PrettyLine {
  readonly text: string;
  readonly pointer?: string;
}

/** Renders a value as indented JSON, line by line, so that a remark can stand beside each leaf. */
export function prettyLines(value: unknown): readonly PrettyLine[] {
  return linesOf(value, '', '', '');
}

/** Renders a value as indented JSON, with a line break at the end. */
export function prettyJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function linesOf(value: unknown, pointer: string, indent: string, lead: string): PrettyLine[] {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
    return [{ text: indent + lead + JSON.stringify(value), pointer }];
  }
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const inner = Object.entries(value).map(([key, part]) =>
    linesOf(part, pointer + step(key), `${indent}  `, Array.isArray(value) ? '' : `${JSON.stringify(key)}: `),
  );
  return [{ text: `${indent}${lead}${open}` }, ...withCommas(inner), { text: `${indent}${close}` }];
}

function withCommas(groups: readonly PrettyLine[][]): PrettyLine[] {
  return groups.flatMap((group, index) =>
    index === groups.length - 1
      ? group
      : group.map((line, at) => (at === group.length - 1 ? { ...line, text: `${line.text},` } : line)),
  );
}
