import { diffArrays } from 'diff';
import type { Colors } from '../../../reports/colors.ts';
import { visible } from '../../../reports/visible.ts';

interface DiffLine {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/**
 * Renders the difference of two texts, line by line. Equal lines are folded, but for those that say where a changed
 * line stands: the keys around it.
 */
export function foldedDiff(expected: string, received: string, colors: Colors): string[] {
  const lines = diffLines(expected, received);
  const kept = keptOf(lines);
  const shown: string[] = [];
  let folded = 0;
  for (const [index, line] of lines.entries()) {
    if (!kept.has(index)) folded += 1;
    else {
      shown.push(...foldText(folded, colors), lineText(line, colors));
      folded = 0;
    }
  }
  return [...shown, ...foldText(folded, colors)];
}

function diffLines(expected: string, received: string): DiffLine[] {
  return diffArrays(linesOf(expected), linesOf(received)).flatMap(({ value, added, removed }) => {
    const mark = added ? '+' : removed ? '-' : ' ';
    return value.map((text) => ({ mark, text }) as const);
  });
}

function linesOf(text: string): string[] {
  return text.trimEnd().split('\n');
}

/** Returns the numbers of the changed lines and of the lines around them in the tree. */
function keptOf(lines: readonly DiffLine[]): ReadonlySet<number> {
  const kept = new Set<number>();
  for (const [index, { mark, text }] of lines.entries()) {
    if (mark === ' ') continue;
    kept.add(index);
    let depth = indentOf(text);
    for (let at = index - 1; at >= 0 && depth > 0; at -= 1) {
      const outer = lines[at];
      if (outer?.mark !== ' ' || indentOf(outer.text) >= depth) continue;
      depth = indentOf(outer.text);
      kept.add(at);
    }
  }
  return kept;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function lineText({ mark, text }: DiffLine, colors: Colors): string {
  const line = `${mark} ${visible(text)}`;
  switch (mark) {
    case '-':
      return colors.green(line);
    case '+':
      return colors.red(line);
    case ' ':
      return line;
  }
}

function foldText(count: number, colors: Colors): string[] {
  return count === 0 ? [] : [colors.dim(`  ⋮ ${count === 1 ? '1 equal line' : `${count} equal lines`}`)];
}
