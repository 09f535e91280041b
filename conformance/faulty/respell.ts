import { change, changeTexts, isMapping, type Mapping } from './change.ts';

/** Another way to write the same normal form: mappings for texts, other units, defaults left out. */
export function respell(normal: unknown): unknown {
  const respelled = SPELLINGS.reduce((spelled, [pointer, by]) => change(spelled, pointer, by), normal);
  return change(respelled, '', withoutDefaults);
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

const DEFAULTS: Mapping = {
  name: null,
  env: [],
  volumes: [],
  single_branch: true,
  spot_policy: 'on-demand',
  retry: false,
};

function withoutDefaults(normal: unknown): unknown {
  if (!isMapping(normal)) return normal;
  return Object.fromEntries(
    Object.entries(normal).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULTS[key])),
  );
}
