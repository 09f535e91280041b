import { Float } from '../../../reference/document/float.ts';
import type { Answers } from './answer.ts';
import { changeTexts, find, isList, type Mapping } from './change.ts';
import { isAbsent, reads, says, unless } from './wrong.ts';

/** Implementations that give every document its right verdict, but misread one kind of value. */
export const WRONG_READINGS = {
  'image-trimmed': reads('/image', (image) => (typeof image === 'string' ? image.trim() : image)),
  'boolean-text-lowercase': reads('/env/*', (value) => (typeof value === 'boolean' ? String(value) : value)),
  'float-text-integer': reads('/env/*', (value) => (value instanceof Float ? String(value.value) : value)),
  'float-text-javascript': reads('/env/*', (value) => (typeof value === 'number' ? String(value) : value)),
  'nodes-rounded-up': reads('/nodes', (nodes) => (typeof nodes === 'number' ? Math.ceil(nodes) : nodes)),
  'commands-sorted': says('/commands', sorted),
  'commands-lose-last': says('/commands', (commands) =>
    hasSeveral(commands) ? withoutLast(commands) : commands,
  ),
  'ports-lose-last': says('/ports', withoutLast),
  'env-loses-last': says('/env', withoutLast),
  'regions-upper-case': says('/regions', (regions) => changeTexts(regions, (region) => region.toUpperCase())),
  'reservation-dropped': says('/reservation', () => null),
  'env-value-cut': reads('/env', (env) => (isList(env) ? env.map(cutAtSecondEqualsSign) : env)),
  'env-name-only-empty': reads('/env', (env) => (isList(env) ? env.map(withValue) : env)),
  'container-port-off-by-one': says('/ports/*', (port) =>
    String(port).replace(/\d+$/, (n) => String(+n + 1)),
  ),
  'bare-port-open-locally': reads('/ports/*', (port) =>
    Number.isInteger(port) ? `*:${String(port)}` : port,
  ),
  'ports-swapped': says('/ports/*', (port) => String(port).replace(/^(\d+):(\d+)$/, '$2:$1')),
  'wildcard-port-fixed': says('/ports/*', (port) => String(port).replace(/^\*:(\d+)$/, '$1:$1')),
  'volume-path-slashes': says('/volumes/*', (volume) =>
    changeTexts(volume, (text) => text.replace(/^\/\//, '/')),
  ),
  'volume-optional-ignored': says('/volumes/*/optional', () => false),
  'volume-first-name': says('/volumes/*/name', (names) => (isList(names) ? names.slice(0, 1) : names)),
  'retry-true-two-events': reads('/retry', (retry) => (retry === true ? TWO_EVENTS : retry)),
  'retry-events-sorted': says('/retry/on_events', sorted),
  'idle-wins-over-dont-destroy': unless(
    hasNoIdleDuration,
    reads('/termination_policy', () => null),
  ),
  'termination-policy-ignored': reads('/termination_policy', () => null),
  'termination-idle-ignored': reads('/termination_idle_time', () => null),
  'termination-idle-wins': unless(
    hasNoTerminationIdleTime,
    reads('/idle_duration', () => null),
  ),
  'disk-null-as-default': reads('/resources/disk', (disk) => (disk === null ? { size: '100GB..' } : disk)),
  'range-open-end-lost': unless(
    hasNoCpu,
    says('/resources/cpu', (cpu) => String(cpu).replace(/^(\d+)\.\.$/, '$1')),
  ),
  'single-as-at-least': says('/resources/memory', (size) =>
    String(size).replace(/^\d+(?:\.\d+)?GB$/, '$&..'),
  ),
} satisfies Readonly<Record<string, Answers>>;

const TWO_EVENTS = { on_events: ['no-capacity', 'interruption'], duration: '1h' };

function sorted(items: unknown): unknown {
  return isList(items) ? items.map(String).sort() : items;
}

function hasSeveral(items: unknown): boolean {
  return isList(items) && items.length > 1;
}

function withoutLast(items: unknown): unknown {
  return isList(items) ? items.slice(0, -1) : items;
}

function cutAtSecondEqualsSign(entry: unknown): unknown {
  return typeof entry === 'string' ? entry.split('=', 2).join('=') : entry;
}

function withValue(entry: unknown): unknown {
  return typeof entry === 'string' && !entry.includes('=') ? `${entry}=` : entry;
}

function hasNoCpu(document: Mapping): boolean {
  return isAbsent(find(document, '/resources/cpu'));
}

function hasNoIdleDuration(document: Mapping): boolean {
  return isAbsent(document.idle_duration);
}

function hasNoTerminationIdleTime(document: Mapping): boolean {
  return isAbsent(document.termination_idle_time);
}
