import type { Node, TextNode } from '../node.ts';
import type { Pen } from '../../choices/pen.ts';
import { AnchorNames } from './anchors.ts';
import { blockDocument } from './block.ts';
import { flowNode } from './flow.ts';
import { plainDocument } from './plain.ts';
import { drawStyle, PLAIN, type Style } from './style.ts';
import type { Writer } from './writer.ts';

/**
 * Writes a node as YAML text, in one of many styles. `pen` notes the YAML requirements that reading the text rests on.
 * It uses no library: the form of each node is decided here, and readers must agree.
 */
export function yamlOf(node: Node, pen: Pen): string {
  return yamlIn(drawStyle(pen), node, pen);
}

/** Writes a node as YAML text in the plainest style, in which the fault of a faulty text is the only one. */
export function plainYamlOf(node: Node, pen: Pen): string {
  return yamlIn(PLAIN, node, pen);
}

function yamlIn(style: Style, node: Node, pen: Pen): string {
  if (style === PLAIN && !isMarker(node)) return plainDocument(node, pen);
  const anchors = style.aliases ? new AnchorNames(node) : null;
  const writer: Writer = { pen, style, anchors };
  if (style.root === 'flow') pen.note('yaml/flow-and-block');
  const body = isMarker(node)
    ? `'${node.value}'\n`
    : style.root === 'flow'
      ? `${flowNode(node, writer)}\n`
      : blockDocument(node, writer);
  return finished(body, style, pen);
}

/** Returns whether a text would start or end a document if it stood alone and plain. */
function isMarker(node: Node): node is TextNode {
  return node.kind === 'text' && /^(?:---|\.\.\.)/.test(node.value);
}

/**
 * yaml/document-markers: A directive and the markers `---` and `...` may surround the document.
 * yaml/comments: Comments mean nothing.
 * yaml/line-endings: Lines may end in LF or CRLF, and the file may start with a byte-order mark.
 */
function finished(
  body: string,
  { markers, comments, lineEnds, endsOpen, byteOrderMark }: Style,
  pen: Pen,
): string {
  let text = body;
  if (markers !== 'none') {
    pen.note('yaml/document-markers');
    text = `${markers === 'directive' ? '%YAML 1.1\n' : ''}---\n${text}${markers === 'start-and-end' ? '...\n' : ''}`;
  }
  if (comments) {
    pen.note('yaml/comments');
    text = `# A task\n${text}# The end\n`;
  }
  // The end of the last line belongs to a block scalar.
  if (endsOpen && !pen.notes.includes('yaml/multi-line')) text = text.replace(/\n$/, '');
  if (lineEnds === '\n' && !byteOrderMark) return text;
  pen.note('yaml/line-endings');
  const withEnds = lineEnds === '\n' ? text : text.replaceAll('\n', lineEnds);
  return byteOrderMark ? `\ufeff${withEnds}` : withEnds;
}
