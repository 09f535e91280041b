import type { Answer, Answers } from './answer.ts';
import { overlook } from './overlook.ts';
import { honest } from './right-answers.ts';
import { change, changeTexts, isList, isMapping } from './change.ts';
import { allows, both, refuses, says, tolerates } from './wrong.ts';

/** Implementations that accept documents that must be refused. */
export const WRONG_ACCEPTANCES = {
  'accepts-everything': acceptsEverything,
  'accepts-unknown-fields': allows('document/known-fields'),
  'accepts-unknown-fields-in-resources': allows('resources/known-fields'),
  'accepts-no-commands': allows('document/commands-or-image'),
  'accepts-any-type': allows('type/task'),
  'accepts-null-everywhere': allows('null/refused'),
  'accepts-zero-nodes': allows('nodes/positive'),
  'accepts-name-of-42': tolerates('/name', (name) => (isName(name, 42) ? name.slice(0, 41) : name)),
  'accepts-name-of-1': tolerates('/name', (name) => (isName(name, 1) ? `${name}x` : name)),
  'accepts-working-dir-outside': allows('working_dir/inside'),
  'accepts-working-dir-absolute': allows('working_dir/relative'),
  'accepts-user-without-group': tolerates('/user', (user) =>
    typeof user === 'string' ? user.replace(/:$/, '') : user,
  ),
  'accepts-image-with-nvcc': allows('nvcc/exclusive-with-image'),
  'accepts-image-with-python': allows('python/exclusive-with-image'),
  'accepts-old-python': allows('python/versions'),
  'accepts-registry-auth-without-password': allows('registry_auth/password'),
  'accepts-duplicate-env': allows('env/unique'),
  'accepts-env-without-value': allows('env/value'),
  'accepts-text-as-list': tolerates('/commands', (commands) =>
    typeof commands === 'string' ? [commands] : commands,
  ),
  'accepts-range-upside-down': allows('range/order'),
  'accepts-empty-range': allows('range/bounded'),
  'accepts-size-in-g': tolerates('/resources', (all) =>
    changeTexts(all, (text) => text.replace(/^(\d+)G$/, '$1GB')),
  ),
  'accepts-shm-size-range': allows('shm_size/single'),
  'accepts-disk-without-size': allows('disk/size-required'),
  'accepts-amd-without-image': allows('gpu/amd-needs-image'),
  'accepts-any-vendor': allows('gpu/vendor'),
  'accepts-capability-without-minor': allows('gpu/compute_capability-format'),
  'accepts-workflow-mount': allows('volumes/not-in-workflow'),
  'accepts-relative-mount': allows('volumes/path-absolute'),
  'accepts-parent-in-mount': allows('volumes/no-parent'),
  'accepts-mount-mode': allows('volumes/short-format'),
  'accepts-port-65537': tolerates('/ports/*', (port) => changePort(port, 65537, 65536)),
  'accepts-port-65537-and-stops-late': both(
    tolerates('/ports/*', (port) => changePort(port, 65537, 65536)),
    says('/stop_duration', (stop) => (stop === '5m' ? '10m' : stop)),
  ),
  'accepts-port-0': tolerates('/ports/*', (port) => changePort(port, 0, 1)),
  'accepts-port-protocol': tolerates('/ports/*', (port) =>
    typeof port === 'string' ? port.replace(/\/tcp$/, '') : port,
  ),
  'accepts-any-backend': allows('backends/known'),
  'accepts-spot-policy-case': tolerates('/spot_policy', (policy) =>
    typeof policy === 'string' ? policy.toLowerCase() : policy,
  ),
  'accepts-free-price': allows('max_price/positive'),
  'accepts-retry-without-events': allows('retry/on_events-required', 'retry/on_events-empty'),
  'accepts-any-retry-event': allows('retry/events'),
  'accepts-capital-units': tolerates('/stop_duration', (text) =>
    typeof text === 'string' ? text.toLowerCase() : text,
  ),
} satisfies Readonly<Record<string, Answers>>;

/** Implementations that refuse documents that must be accepted. */
export const WRONG_REJECTIONS = {
  'rejects-everything': refuses('', () => true),
  'refuses-null': refuses('/*', (value) => value === null),
  'refuses-port-65536': refuses('/ports/*', (port) => JSON.stringify(port).includes('65536')),
  'refuses-off-text': refuses('/idle_duration', (idle) => idle === 'off'),
  'refuses-stop-off': refuses('/stop_duration', isOff),
  'refuses-stop-off-without-message': refuses('/stop_duration', isOff, { path: '/stop_duration' }),
  'refuses-stop-off-without-a-word': refuses('/stop_duration', isOff, {}),
  'refuses-space-in-duration': refuses('/stop_duration', (text) => / /.test(String(text))),
  'refuses-seconds': refuses('/stop_duration', (text) => /s$/.test(String(text))),
  'refuses-negative-duration': refuses('/stop_duration', (seconds) => Number(seconds) < 0),
  'refuses-boolean-words': refuses('/privileged', (word) => typeof word === 'string'),
  'refuses-lower-case-sizes': refuses(
    '/resources/memory',
    (size) => typeof size === 'string' && /b/.test(size),
  ),
  'refuses-price-text': refuses('/max_price', (price) => typeof price === 'string'),
  'refuses-env-mapping': refuses('/env', isMapping),
  'refuses-gpu-text': refuses('/resources/gpu', (gpu) => typeof gpu === 'string'),
  'refuses-disk-short': refuses('/resources/disk', (disk) => !isMapping(disk) && disk !== null),
  'refuses-volume-name-list': refuses('/volumes/*/name', isList),
  'refuses-instance-volumes': refuses('/volumes/*', isInstanceVolume),
  'refuses-range-mapping': refuses('/resources/cpu', isMapping),
  'refuses-port-object': refuses('/ports/*', isMapping),
  'refuses-name-of-41': refuses('/name', (name) => isName(name, 41)),
  'refuses-user-ids': refuses('/user', (user) => /^\d/.test(String(user))),
  'refuses-python-float': refuses('/python', (python) => typeof python === 'number'),
  'refuses-python-3.8': refuses('/python', (python) => python === '3.8'),
} satisfies Readonly<Record<string, Answers>>;

function isName(name: unknown, length: number): name is string {
  return typeof name === 'string' && name.length === length;
}

function changePort(port: unknown, from: number, to: number): unknown {
  if (typeof port === 'string') return port.replace(new RegExp(`\\b${from}\\b`, 'g'), String(to));
  return isMapping(port)
    ? change(port, '/*', (half) => changePort(half, from, to))
    : port === from
      ? to
      : port;
}

/** `off`, bare or in quotes. */
function isOff(duration: unknown): boolean {
  return duration === false || duration === 'off';
}

function isInstanceVolume(volume: unknown): boolean {
  return isMapping(volume) ? 'instance_path' in volume : String(volume).startsWith('/');
}

function acceptsEverything(document: unknown): Answer {
  const answer = honest(document);
  return answer.kind === 'accepted' ? answer : overlook(document, []);
}
