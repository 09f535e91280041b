/** Returns whether a text begins with a drive of Windows, such as `C:\` or `c:/`. */
export function beginsWithDrive(path: string): boolean {
  return /^[A-Za-z]:[\\/]/.test(path);
}

/** A share of Windows such as `\\host\share`, whose two parts are not empty. */
const SHARE = /^\\\\[^\\]+\\(?:[^\\]|$)/;

/** What Windows puts before a path that it is to take as it stands. */
const EXTENDED = '\\\\?\\';

/** Returns whether Windows takes a path for absolute: it has a drive or a share, and begins at its root. */
export function isAbsoluteOnWindows(path: string): boolean {
  const backslashed = path.replaceAll('/', '\\');
  if (!backslashed.startsWith(EXTENDED)) return beginsWithDrive(backslashed) || SHARE.test(backslashed);
  const inner = backslashed.slice(EXTENDED.length);
  return inner.startsWith('\\') || inner.startsWith('UNC\\') || beginsWithDrive(inner);
}
