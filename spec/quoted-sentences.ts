import type { RequirementEntry } from './generated/requirement-file.ts';

/**
 * This module finds comments that quote a requirement as `id: sentence`. Each quote starts a line of its own, and
 * further lines of a long sentence are indented by two more blanks. Other text of the comment stands on other lines.
 */

/** A quote that differs from the present sentence. */
export interface StaleQuote {
  readonly line: number;
  readonly id: string;
  /** The present sentence; undefined if there is no such requirement. */
  readonly sentence: string | undefined;
}

interface Quote {
  /** The indices of the first line and of the one after the last. */
  readonly start: number;
  readonly end: number;
  readonly indent: string;
  /** The text before the id: `/** `, `* ` or `// `. */
  readonly opening: string;
  readonly id: string;
  readonly said: string;
  /** True if the comment ends on the last line of the quote. */
  readonly closes: boolean;
}

const FIRST_LINE = /^(\s*)(\/\*\* |\* |\/\/ )([a-z_]+\/[a-z0-9_-]+): (.*)$/;
const FURTHER_LINE = /^\s*(?:\*|\/\/) {3}(\S.*)$/;
const END = / \*\/$/;

/** The greatest length of a line in a source file, in characters. */
const WIDTH = 110;

/** Sentences of requirements by id. */
export type Sentences = ReadonlyMap<string, string>;

export function sentencesOf(entries: readonly RequirementEntry[]): Sentences {
  return new Map(entries.map(({ id, sentence }) => [id, sentence]));
}

/** Returns the quotes in a source file that differ from the spec. */
export function staleQuotes(text: string, sentences: Sentences): StaleQuote[] {
  return quotesIn(text.split('\n'))
    .filter(({ id, said }) => sentences.get(id) !== said)
    .map(({ start, id }) => ({ line: start + 1, id, sentence: sentences.get(id) }));
}

/** Returns the source file with every quote updated from the spec. Quotes of unknown requirements stay. */
export function withFreshQuotes(text: string, sentences: Sentences): string {
  const lines = text.split('\n');
  // The quotes are replaced from the last one on, so that earlier indices stay valid.
  for (const quote of quotesIn(lines).reverse()) {
    const sentence = sentences.get(quote.id);
    if (sentence !== undefined && sentence !== quote.said)
      lines.splice(quote.start, quote.end - quote.start, ...linesOf(quote, sentence));
  }
  return lines.join('\n');
}

function quotesIn(lines: readonly string[]): Quote[] {
  return lines.flatMap((line, start) => {
    const [, indent, opening, id, first] = FIRST_LINE.exec(line) ?? [];
    if (indent === undefined || opening === undefined || id === undefined || first === undefined) return [];
    const said = [first];
    let end = start + 1;
    for (; !END.test(said.at(-1) ?? ''); end += 1) {
      const further = FURTHER_LINE.exec(lines[end] ?? '')?.[1];
      if (further === undefined) break;
      said.push(further);
    }
    const whole = said.join(' ');
    return [{ start, end, indent, opening, id, said: whole.replace(END, ''), closes: END.test(whole) }];
  });
}

/**
 * Returns the lines of a quote with another sentence. A quote that is a whole comment and too long for one line gets
 * several.
 */
function linesOf({ indent, opening, id, closes }: Quote, sentence: string): string[] {
  const oneLine = `${indent}${opening}${id}: ${sentence}${closes ? ' */' : ''}`;
  if (oneLine.length <= WIDTH) return [oneLine];
  if (opening !== '/** ') return wrapped(`${id}: ${sentence}${closes ? ' */' : ''}`, `${indent}${opening}`);
  return [
    `${indent}/**`,
    ...wrapped(`${id}: ${sentence}`, `${indent} * `),
    ...(closes ? [`${indent} */`] : []),
  ];
}

/** Wraps a text into lines, each with the opening. All but the first are indented by two more blanks. */
function wrapped(text: string, opening: string): string[] {
  const lines: string[] = [];
  let line = opening;
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `${opening}  `;
    }
    line += line.endsWith(' ') ? word : ` ${word}`;
  }
  return [...lines, line];
}
