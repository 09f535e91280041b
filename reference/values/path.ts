/** Matches a path that is not normal: with an empty part, a `.` part or a trailing slash. */
const UNUSUAL = /\/\/|\/\.?(?:$|\/)|^\.(?:$|\/)/;

/**
 * Normalizes a POSIX path: removes empty and `.` parts and the trailing slash, but keeps `..`. Exactly two slashes at
 * the start stay two, as POSIX allows and the release does.
 */
export function normalizePath(path: string): string {
  if (!UNUSUAL.test(path)) return path;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return rootOf(path) + parts.join('/');
}

function rootOf(path: string): string {
  if (!path.startsWith('/')) return '';
  return path.startsWith('//') && !path.startsWith('///') ? '//' : '/';
}
