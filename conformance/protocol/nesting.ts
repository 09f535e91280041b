const QUOTE = 34;
const BACKSLASH = 92;
const OPENING: ReadonlySet<number> = new Set([91, 123]);
const CLOSING: ReadonlySet<number> = new Set([93, 125]);

/** Returns whether a JSON text nests deeper than the limit. Brackets inside strings don't count. Any text is allowed. */
export function nestsDeeperThan(limit: number, text: string): boolean {
  if (text.length <= limit || !opensMoreThan(limit, text)) return false;
  let depth = 0;
  let isString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) isString = !isString;
    else if (isString) at += code === BACKSLASH ? 1 : 0;
    else if (OPENING.has(code)) depth += 1;
    else if (CLOSING.has(code)) depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}

/** Returns whether a text has enough brackets to nest too deep. Nearly all texts have few, which are found fast. */
function opensMoreThan(limit: number, text: string): boolean {
  let opened = 0;
  for (const bracket of ['[', '{'])
    for (let at = text.indexOf(bracket); at >= 0 && opened <= limit; at = text.indexOf(bracket, at + 1))
      opened += 1;
  return opened > limit;
}
