/**
 * A POSIX path without empty and `.` parts and without a trailing slash; `..` stays.
 * Exactly two slashes at the start stay two, as POSIX allows and the release does.
 */
export function normalizePath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return rootOf(path) + parts.join('/');
}

function rootOf(path: string): string {
  if (!path.startsWith('/')) return '';
  return path.startsWith('//') && !path.startsWith('///') ? '//' : '/';
}
