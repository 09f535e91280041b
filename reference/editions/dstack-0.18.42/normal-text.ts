import type { NormalForm, NormalGpu, NormalResources } from '../../../spec/generated/normal-form.ts';

type Volume = NormalForm['volumes'][number];

/** Matches text that JSON writes without escapes: no quote, backslash, control character or surrogate. */
// eslint-disable-next-line no-control-regex -- control characters are what it must find
const PLAIN = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/;

/**
 * Writes a normal form as compact JSON in canonical key order. Two normal forms mean the same if and only if their
 * texts are equal.
 */
export function stringifyNormal(normal: NormalForm): string {
  return (
    `{"type":"task","name":${textOrNull(normal.name)},"nodes":${normal.nodes}` +
    `,"image":${textOrNull(normal.image)},"user":${textOrNull(normal.user)}` +
    `,"privileged":${normal.privileged},"entrypoint":${textOrNull(normal.entrypoint)}` +
    `,"working_dir":${text(normal.working_dir)},"registry_auth":${registryAuth(normal.registry_auth)}` +
    `,"python":${textOrNull(normal.python)},"nvcc":${normal.nvcc},"single_branch":${normal.single_branch}` +
    `,"env":${texts(normal.env)},"resources":${resources(normal.resources)}` +
    `,"volumes":${volumes(normal.volumes)},"ports":${texts(normal.ports)}` +
    `,"commands":${texts(normal.commands)},"backends":${textsOrNull(normal.backends)}` +
    `,"regions":${textsOrNull(normal.regions)},"availability_zones":${textsOrNull(normal.availability_zones)}` +
    `,"instance_types":${textsOrNull(normal.instance_types)},"reservation":${textOrNull(normal.reservation)}` +
    `,"spot_policy":"${normal.spot_policy}","retry":${retry(normal.retry)}` +
    `,"max_duration":"${normal.max_duration}","stop_duration":"${normal.stop_duration}"` +
    `,"max_price":${normal.max_price},"creation_policy":"${normal.creation_policy}"` +
    `,"idle_duration":"${normal.idle_duration}"}`
  );
}

function text(value: string): string {
  return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
}

function textOrNull(value: string | null): string {
  return value === null ? 'null' : text(value);
}

/** This is a loop, because `map` and `join` measure a third slower. */
function texts(values: readonly string[]): string {
  let items = '';
  for (const value of values) items += items === '' ? text(value) : `,${text(value)}`;
  return `[${items}]`;
}

function textsOrNull(values: readonly string[] | null): string {
  return values === null ? 'null' : texts(values);
}

function registryAuth(value: NormalForm['registry_auth']): string {
  if (value === null) return 'null';
  return `{"username":${text(value.username)},"password":${text(value.password)}}`;
}

function resources({ cpu, memory, shm_size, gpu: gpus, disk }: NormalResources): string {
  return (
    `{"cpu":"${cpu}","memory":"${memory}","shm_size":${textOrNull(shm_size)},"gpu":${gpu(gpus)}` +
    `,"disk":${disk === null ? 'null' : `{"size":"${disk.size}"}`}}`
  );
}

function gpu(value: NormalGpu | null): string {
  if (value === null) return 'null';
  return (
    `{"vendor":${textOrNull(value.vendor)},"name":${textsOrNull(value.name)},"count":"${value.count}"` +
    `,"memory":${textOrNull(value.memory)},"total_memory":${textOrNull(value.total_memory)}` +
    `,"compute_capability":${textOrNull(value.compute_capability)}}`
  );
}

function volumes(values: readonly Volume[]): string {
  return values.length === 0 ? '[]' : `[${values.map(volume).join(',')}]`;
}

function volume(value: Volume): string {
  if ('name' in value) return `{"name":${texts(value.name)},"path":${text(value.path)}}`;
  const { instance_path, path, optional } = value;
  return `{"instance_path":${text(instance_path)},"path":${text(path)},"optional":${optional}}`;
}

function retry(value: NormalForm['retry']): string {
  if (value === false) return 'false';
  return `{"on_events":${texts(value.on_events)},"duration":"${value.duration}"}`;
}
