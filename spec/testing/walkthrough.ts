/** A piece of a walkthrough: what to write above which text of which file. */
export interface Edit {
  readonly file: string;
  readonly above: string;
  readonly lines: readonly string[];
}

/** "In `file`, above `text`:", broken over lines or not, and the fenced block that follows. */
const EDIT = /\bIn\s+`([^`]+)`,\s+above\s+`([^`]+)`:\n\n( *)```\w+\n([\s\S]*?)\n\3```/g;

/** The edits that a section of a Markdown text describes, in order; blocks of lists lose their indentation. */
export function editsIn(markdown: string, heading: string): Edit[] {
  const [, section = ''] = markdown.split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return [...own.matchAll(EDIT)].map(([, file = '', above = '', indent = '', block = '']) => ({
    file,
    above,
    lines: block.split('\n').map((line) => line.slice(indent.length)),
  }));
}

/** The text with the lines above the first line that begins with `above`, and as far to the right as that one. */
export function withEdit(text: string, { file, above, lines }: Edit): string {
  const old = text.split('\n');
  const at = old.findIndex((line) => line.trimStart().startsWith(above));
  const anchor = old[at];
  if (anchor === undefined) throw new Error(`${file} has no line that begins with ${above}`);
  const indent = anchor.slice(0, anchor.length - anchor.trimStart().length);
  const added = lines.map((line) => (line === '' ? '' : indent + line));
  return [...old.slice(0, at), ...added, ...old.slice(at)].join('\n');
}
