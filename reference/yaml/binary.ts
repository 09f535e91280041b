import { Binary, Foreign } from '../document/foreign.ts';

/**
 * Reads the content of `!!binary`. Bytes that are not UTF-8 text become a value that no field takes.
 * yaml/tags: The standard tags (`!!str`, `!!int`, `!!float`, ...) choose the type; any other tag is refused.
 */
export function readBinary(text: string): Binary | Foreign | undefined {
  const digits = /^[\0-\x7f]*$/.test(text) ? base64Digits(text) : undefined;
  if (digits === undefined) return undefined;
  const bytes = Uint8Array.from(atob(digits), (char) => char.charCodeAt(0));
  try {
    return new Binary(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return new Foreign('binary data', 'yaml/tags');
  }
}

/**
 * Returns the base64 digits before the padding that ends them, skipping other characters; `undefined` if the padding
 * is missing.
 */
function base64Digits(text: string): string | undefined {
  let digits = '';
  let padding = 0;
  for (const sign of text) {
    if (/[A-Za-z0-9+/]/.test(sign)) {
      digits += sign;
      padding = 0;
    } else if (sign === '=' && digits.length % 4 >= 2) {
      padding += 1;
      if ((digits.length % 4) + padding === 4) return digits;
    }
  }
  return digits.length % 4 === 0 ? digits : undefined;
}
