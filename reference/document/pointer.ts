/** One step of a JSON Pointer (RFC 6901), with its leading slash. */
export function step(key: string | number): string {
  if (typeof key === 'number') return `/${key}`;
  return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The unescaped keys of a JSON Pointer. The pointer to the whole document has none. */
export function steps(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer one step up; the whole document is its own parent. */
export function parent(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}
