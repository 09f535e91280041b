/** What a normal path has none of: an empty part, a `.` part, a trailing slash. */
const UNUSUAL = /\/\/|\/\.?(?:$|\/)|^\.(?:$|\/)/;

/**
 * A POSIX path without empty and `.` parts and without a trailing slash; `..` stays.
 * Exactly two slashes at the start stay two, as POSIX allows and the release does.
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
