import { visible, visibleLines } from '../visible.ts';

/** Stands between `@` and a name, or `#` and a number: nothing else keeps them from becoming mentions and links. */
const ZERO_WIDTH_SPACE = '\u200b';

/** Matches what Markdown, HTML in it, or the links of GitHub might act on. */
const SPECIAL = /[\\`*_{}[\]()<>|~&!]|:(?=\/\/)|(?<=\bwww)\./gi;

/** Writes text from outside as plain text of one line. It must not be the beginning of a line. */
export function plain(text: string): string {
  return visible(text)
    .replaceAll(SPECIAL, (char) => `\\${char}`)
    .replaceAll(/[@#](?=\w)/g, (char) => `${char}${ZERO_WIDTH_SPACE}`);
}

/** Writes text from outside as code of one line, in which nothing is markup, a link or a mention. */
export function code(text: string): string {
  const safe = visible(text);
  if (safe.trim() === '') return '(empty)';
  const fence = '`'.repeat(longestRun(safe) + 1);
  return fence === '`' ? `\`${safe}\`` : `${fence} ${safe} ${fence}`;
}

/** Writes text from outside as a block of code, with the name of its language. */
export function codeBlock(text: string, language: string): string {
  const safe = visibleLines(text);
  const fence = '`'.repeat(Math.max(3, longestRun(safe) + 1));
  return `${fence}${language}\n${safe}\n${fence}`;
}

/** Writes a sentence of the spec, in which backticks stand around code. */
export function sentence(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1)) : plain(part)))
    .join('');
}

/** Makes Markdown fit into a cell of a table, where a bar ends the cell even in code. */
export function cell(markdown: string): string {
  return markdown.replaceAll('|', '\\|');
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
