import type { Document } from 'yaml';

/** What JSON shows as it is, though nobody sees it, it reorders text, or YAML 1.1 takes it for the end of a line. */
const UNSEEN = /[\u007f-\u00a0\u00ad\u2000-\u206f\ufeff]/g;

/** A document as YAML, no line broken. All text with such characters must be in double quotes: there they are escaped. */
export function yamlText(document: Document): string {
  return document.toString({ lineWidth: 0, doubleQuotedAsJSON: true }).replace(UNSEEN, escaped);
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
