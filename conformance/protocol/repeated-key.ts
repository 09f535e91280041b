/** The keys of the object around a place in a text; undefined inside a list. */
type Keys = Set<string> | undefined;

/**
 * Returns the first key that an object of a JSON text gives twice, as JSON.parse reads it; undefined if there is none.
 * The text must be JSON.
 */
export function repeatedKey(json: string): string | undefined {
  const around: Keys[] = [];
  let keys: Keys;
  let isKey = false;
  for (let at = 0; at < json.length; at += 1) {
    switch (json.charAt(at)) {
      case '{':
      case '[':
        around.push(keys);
        isKey = json.charAt(at) === '{';
        keys = isKey ? new Set() : undefined;
        break;
      case '}':
      case ']':
        keys = around.pop();
        isKey = false;
        break;
      case ',':
        isKey = keys !== undefined;
        break;
      case '"': {
        const end = endOfString(json, at);
        const key = isKey ? textOf(json.slice(at, end)) : undefined;
        if (key !== undefined && keys?.has(key) === true) return key;
        if (key !== undefined) keys?.add(key);
        isKey = false;
        at = end - 1;
      }
    }
  }
  return undefined;
}

/** Returns the place after the quote that ends the string that begins at `start`. */
function endOfString(json: string, start: number): number {
  let end = json.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end < 0 ? json.length : end + 1;
}

function isEscaped(json: string, at: number): boolean {
  let first = at;
  while (json[first - 1] === '\\') first -= 1;
  return (at - first) % 2 === 1;
}

function textOf(string: string): string {
  return string.includes('\\') ? String(JSON.parse(string)) : string.slice(1, -1);
}
