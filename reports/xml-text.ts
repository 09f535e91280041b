import { cutBytes } from './cut-bytes.ts';
import { visible, visibleLines } from './visible.ts';

/** Matches what `visible` leaves alone and XML forbids. */
const NONCHARACTERS = /[\ufffe\uffff]/g;

/** Makes a text safe for an attribute of XML: on one line, cut to a number of bytes, without characters that XML forbids. */
export function attributeText(text: string, most: number): string {
  return cutBytes(withoutNoncharacters(visible(text)), most);
}

/** Makes a text of several lines safe for an element of XML. */
export function elementText(text: string, most: number): string {
  return cutBytes(withoutNoncharacters(visibleLines(text)), most);
}

function withoutNoncharacters(text: string): string {
  return text.replaceAll(NONCHARACTERS, (char) => `\\u${char.charCodeAt(0).toString(16)}`);
}
