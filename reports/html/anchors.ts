/** Matches what an id in an address must not hold. */
const UNSAFE = /[^\w-]+/g;

/** The id of the row of a requirement. Different requirements have different ids, since their names hold no dash twice. */
export function idOfRequirement(id: string): string {
  return `requirement-${id.replaceAll('/', '--').replaceAll(UNSAFE, '_')}`;
}

/** The id of a cause. */
export function idOfCause(id: string): string {
  return `cause-${id.replaceAll(UNSAFE, '_')}`;
}
