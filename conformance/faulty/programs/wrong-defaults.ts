import type { Answers } from './answer.ts';
import { find, isMapping, type Mapping } from './change.ts';
import { defaults, isAbsent, reads, unless } from './wrong.ts';

/** Implementations that fill in a wrong value for one field that the document leaves out. */
export const WRONG_DEFAULTS = {
  'default-nodes': defaults('/nodes', 2),
  'default-user': defaults('/user', 'root'),
  'default-privileged': defaults('/privileged', true),
  'default-working-dir': defaults('/working_dir', 'src'),
  // An absolute path is no valid configuration, so this answer is meaningless.
  'default-working-dir-absolute': defaults('/working_dir', '/workflow'),
  'default-python': unless(({ image }) => !isAbsent(image), defaults('/python', '3.12')),
  'default-single-branch': defaults('/single_branch', false),
  'default-spot-policy': defaults('/spot_policy', 'auto'),
  'default-creation-policy': defaults('/creation_policy', 'reuse'),
  // This is the release's default.
  'default-max-duration': defaults('/max_duration', '72h'),
  'default-stop-duration': defaults('/stop_duration', '10m'),
  'default-max-price': defaults('/max_price', 10),
  // This is the default that the page names for fleets.
  'default-idle-duration': unless(hasOldIdleField, defaults('/idle_duration', '3d')),
  'default-retry': defaults('/retry', { on_events: ['error'], duration: '1h' }),
  'default-retry-duration': unless(({ retry }) => !isMapping(retry), defaults('/retry/duration', '1d')),
  'default-backends': defaults('/backends', ['aws']),
  'default-cpu': defaults('/resources/cpu', '1..'),
  'default-memory': defaults('/resources/memory', '8GB'),
  'default-shm-size': defaults('/resources/shm_size', '0.0625GB'),
  'default-disk-size': unless(asksForNoDisk, defaults('/resources/disk', { size: '50GB..' })),
  'default-disk-none': defaults('/resources/disk', null),
  'default-volume-optional': reads('/volumes/*', optionalUnlessSaid),
} satisfies Readonly<Record<string, Answers>>;

function hasOldIdleField(document: Mapping): boolean {
  return !isAbsent(document.termination_idle_time) || !isAbsent(document.termination_policy);
}

function asksForNoDisk(document: unknown): boolean {
  return find(document, '/resources/disk') === null;
}

function optionalUnlessSaid(volume: unknown): unknown {
  return isMapping(volume) && 'instance_path' in volume ? { optional: true, ...volume } : volume;
}
