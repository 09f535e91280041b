import stringWidth from 'string-width';

/** Returns the number of columns that a text takes on a terminal. Wide characters take two, and marks above others none. */
export function columnsOf(text: string): number {
  return stringWidth(text);
}

/** Fills a text with blanks up to a number of columns. */
export function padColumns(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** Cuts a text that takes more columns, with a mark at its end. The text holds no escape sequences. */
export function cutColumns(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = '';
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    width += columnsOf(segment);
    if (width > columns - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
