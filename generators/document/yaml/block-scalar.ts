import { shapeOfText, type TextNode } from '../node.ts';
import type { Pen } from '../../choices/pen.ts';
import { LONGEST_VARIED } from './quoted.ts';

/**
 * Writes a text as a block scalar with its lines at `indent`. Returns `null` if it can't be one.
 * yaml/multi-line: Block scalars keep (`|`) or fold (`>`) their lines, with `-` and `+` for the last one.
 */
export function blockScalar(node: TextNode, indent: number, pen: Pen): string | null {
  const { value } = node;
  if (!shapeOfText(node).lines || value === '') return null;
  const body = value.replace(/\n+$/, '');
  if (body === '') return null;
  const ends = value.length - body.length;
  const chomping = ends === 0 ? '-' : ends === 1 ? '' : '+';
  pen.note('yaml/multi-line');
  const isFolded = body.length <= LONGEST_VARIED && !body.includes('\n') && pen.source.below(2) === 1;
  const lines = isFolded ? foldedLines(body, pen) : body.split('\n');
  const pad = ' '.repeat(indent);
  const header = (isFolded ? '>' : '|') + chomping;
  return `${header}\n${lines.map((line) => `${pad}${line}\n`).join('')}${'\n'.repeat(Math.max(0, ends - 1))}`;
}

/** Breaks lines at single spaces, which folding restores. */
function foldedLines(body: string, pen: Pen): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of body.split(/(?<! ) (?! )/)) {
    if (line === '') line = word;
    else if (pen.source.below(2) === 0) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}
