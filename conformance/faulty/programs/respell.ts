import { change, changeTexts, isMapping } from './change.ts';

/** Writes the same normal form in another way: mappings for texts, other units, nulls left out. */
export function respell(normal: unknown): unknown {
  const respelled = SPELLINGS.reduce((spelled, [pointer, by]) => change(spelled, pointer, by), normal);
  return change(respelled, '', withoutNulls);
}

const SPELLINGS: readonly (readonly [pointer: string, by: (value: unknown) => unknown])[] = [
  ['/resources/cpu', rangeAsMapping],
  ['/resources/memory', (size) => changeTexts(size, inMegabytes)],
  ['/resources/disk', (disk) => change(disk, '/size', rangeAsMapping)],
  ['/ports/*', portAsObject],
  ['/stop_duration', inSeconds],
  ['/privileged', (privileged) => (privileged === true ? 'yes' : 'no')],
  ['/nodes', String],
];

function rangeAsMapping(range: unknown): unknown {
  const [min, max] = String(range).split('..');
  return { min: min === '' ? null : min, max: max === undefined ? min : max === '' ? null : max };
}

function inMegabytes(size: string): string {
  return size.replace(/(\d+(?:\.\d+)?)GB/g, (_, gigabytes: string) => `${Number(gigabytes) * 1024} mb`);
}

function portAsObject(port: unknown): unknown {
  const [local, container] = String(port).split(':');
  return { container_port: Number(container), ...(local === '*' ? {} : { local_port: Number(local) }) };
}

function inSeconds(duration: unknown): unknown {
  const found = /^(\d+)m$/.exec(String(duration));
  return found === null ? duration : Number(found[1]) * 60;
}

/** Leaves out keys with null, which means the same where the normal form has null. */
function withoutNulls(normal: unknown): unknown {
  if (!isMapping(normal)) return normal;
  return Object.fromEntries(Object.entries(normal).filter(([, value]) => value !== null));
}
