import type { Document } from 'yaml';

/**
 * Matches characters that JSON does not escape although they are invisible, reorder text, or end a line in YAML 1.1.
 */
const UNSEEN = /[\u007f-\u00a0\u00ad\u061c\u2000-\u206f\ufeff]/g;

/**
 * Renders a document as YAML without breaking lines. Texts with such characters must be in double quotes, where they
 * are escaped.
 */
export function yamlText(document: Document): string {
  return document.toString({ lineWidth: 0, doubleQuotedAsJSON: true }).replace(UNSEEN, escaped);
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
