/** What the codes of the system mean. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EBUSY', 'it is in use'],
  ['EEXIST', 'there is a file of that name'],
  ['EIO', 'the disk has a fault'],
  ['EISDIR', 'it is a folder'],
  ['ELOOP', 'its links lead in a circle'],
  ['EMFILE', 'too many files are open'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['ENOENT', 'there is no such file or folder'],
  ['ENOSPC', 'the disk is full'],
  ['ENOTDIR', 'it is below a file'],
  ['ENXIO', 'nothing is behind it'],
  ['EPERM', 'the operation is not permitted'],
  ['EROFS', 'the disk is read-only'],
]);

/** Describes a thrown value in words. Any value can be thrown. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return REASONS.get('code' in error ? String(error.code) : '') ?? error.message;
}
