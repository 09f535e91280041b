/**
 * Returns a test for names that match a pattern, in which `*` stands for any text. The test takes time in proportion to
 * the length of the name for each part of the pattern; it never tries a part twice.
 */
export function wildcard(pattern: string): (name: string) => boolean {
  const [start = '', ...rest] = pattern.split('*');
  const end = rest.pop();
  if (end === undefined) return (name) => name === pattern;
  // Neighbouring stars say no more than one.
  const middle = rest.filter((part) => part !== '');
  return (name) => {
    const last = name.length - end.length;
    if (!name.startsWith(start) || !name.endsWith(end) || last < start.length) return false;
    let from = start.length;
    // The first place is always as good as a later one, because a star may stand for any text.
    for (const part of middle) {
      const at = name.indexOf(part, from);
      if (at < 0) return false;
      from = at + part.length;
    }
    return from <= last;
  };
}
