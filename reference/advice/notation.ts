/** How plain scalars of YAML look, for messages. */

/** Matches scalars that mean what they say to everyone. */
export const READ_AS_WRITTEN = /^(?:true|false|null|~|)$/i;

/** Returns whether a number is written in base 60, such as `22:22`. */
export function inBase60(written: string): boolean {
  return written.includes(':') && /^[-+0-9_:.]+$/.test(written);
}

/** Returns whether an integer is written in octal by nothing but a leading zero, such as `0755`. */
export function inOctal(written: string): boolean {
  return /^[-+]?0[0-7_]*[1-7][0-7_]*$/.test(written);
}

/** Longer examples are cut. */
const WIDTH = 60;

/** Writes a text as YAML that reads it as text. */
export function quoted(text: string): string {
  const cut = text.length > WIDTH ? `${text.slice(0, WIDTH)}…` : text;
  return `'${cut.replaceAll("'", "''")}'`;
}
