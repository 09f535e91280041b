import { Float } from '../../../reference/document/float.ts';
import type { Answers } from './answer.ts';
import { changeAll, changeTexts, isMapping } from './change.ts';
import { allows, refuses, says, tolerates } from './wrong.ts';

/** Implementations that check too little or too much: no check across fields, patterns without ends, strict types. */
export const WRONG_CHECKS = {
  'fields-checked-one-by-one': allows(
    'document/commands-or-image',
    'python/exclusive-with-image',
    'nvcc/exclusive-with-image',
    'gpu/amd-needs-image',
  ),
  'values-checked-one-by-one': allows('range/order', 'env/unique', 'retry/on_events-empty', 'gpu/text-once'),
  'types-checked-only': allows(
    'nodes/positive',
    'ports/range',
    'max_price/positive',
    'name/format',
    'working_dir/inside',
    'volumes/not-in-workflow',
    'volumes/no-parent',
    'user/non-negative',
  ),
  'name-unanchored-at-end': tolerates(
    '/name',
    onText((name) => /^[a-z][a-z0-9-]{1,40}/.exec(name)?.[0] ?? name),
  ),
  'name-of-any-line': tolerates(
    '/name',
    onText((name) => /^[a-z][a-z0-9-]{1,40}$/m.exec(name)?.[0] ?? name),
  ),
  'name-in-any-case': tolerates(
    '/name',
    onText((name) => name.toLowerCase()),
  ),
  'name-refuses-final-dash': refuses('/name', (name) => /-$/.test(String(name))),
  'name-refuses-final-break': refuses('/name', (name) => /\n$/.test(String(name))),
  'duration-unanchored-at-end': tolerates(
    '/stop_duration',
    onText((text) => /^\d+ *[smhdw]/.exec(text)?.[0] ?? text),
  ),
  'duration-of-any-line': tolerates(
    '/stop_duration',
    onText((text) => /^\d+ *[smhdw]$/m.exec(text)?.[0] ?? text),
  ),
  'duration-refuses-final-break': refuses('/stop_duration', (text) => /[a-z]\n$/.test(String(text))),
  'port-container-not-checked': tolerates(
    '/ports/*',
    onText((port) =>
      port.replace(/(?<=:)\d{5,}(?=\n?$)/, (container) => (+container > 65_536 ? '80' : container)),
    ),
  ),
  'port-range': tolerates(
    '/ports/*',
    onText((port) => port.replace(/^(\d+)-\d+$/, '$1')),
  ),
  'port-with-address': tolerates(
    '/ports/*',
    onText((port) => port.replace(/^(?:\d+\.){3}\d+:(?=\d+:)/, '')),
  ),
  'port-wildcard-container': tolerates(
    '/ports/*',
    onText((port) => port.replace(/^(\d+):\*$/, '$1:$1')),
  ),
  'range-upside-down-swapped': toleratesRanges((text) => text.replace(/^(\d+)(GB)?\.\.(\d+)(GB)?$/, inOrder)),
  'range-with-dash': toleratesRanges((text) => text.replace(/^(\d+(?:GB)?)-(\d+(?:GB)?)$/, '$1..$2')),
  'range-with-plus': toleratesRanges((text) => text.replace(/^(\d+(?:GB)?)\+$/, '$1..')),
  'range-end-excluded': says(
    '/resources/cpu',
    onText((cpu) =>
      cpu.replace(/^(\d+)\.\.(\d+)$/, (_, low: string, high: string) => `${low}..${+high - 1}`),
    ),
  ),
  'text-fields-only-from-text': refuses('', (document) =>
    TEXTS.some((field) => isMapping(document) && isOtherScalar(document[field])),
  ),
  'switches-only-from-booleans': refuses('/privileged', (found) => typeof found !== 'boolean'),
  'switches-from-any-number': tolerates('/privileged', (found) =>
    typeof found === 'number' ? found !== 0 : found,
  ),
  'user-as-in-unix': refuses(
    '/user',
    (user) => isText(user) && !/^[a-z0-9_][a-z0-9_-]*(?::[a-z0-9_][a-z0-9_-]*)?$/.test(user),
  ),
  'price-with-comma': tolerates(
    '/max_price',
    onText((price) => price.replace(',', '.')),
  ),
  'volume-without-target': tolerates(
    '/volumes/*',
    onText((volume) => (/^\/[^:]+$/.test(volume) ? `${volume}:${volume}` : volume)),
  ),
  'workflow-as-prefix-of-parts': tolerates(
    '/volumes/*',
    onText((volume) => volume.replace(/:\/workflow(?=[^/])/, ':/w')),
  ),
} satisfies Readonly<Record<string, Answers>>;

const RANGES = [
  '/resources/cpu',
  '/resources/memory',
  '/resources/disk',
  '/resources/gpu/count',
  '/resources/gpu/memory',
];
const TEXTS = ['image', 'user', 'entrypoint', 'reservation', 'name', 'working_dir'];

function onText(by: (text: string) => string): (found: unknown) => unknown {
  return (found) => (isText(found) ? by(found) : found);
}

function toleratesRanges(by: (text: string) => string): Answers {
  return tolerates('', (document) => changeAll(document, RANGES, (found) => changeTexts(found, by)));
}

function inOrder(range: string, low: string, unit = '', high = '', otherUnit = ''): string {
  return Number(low) > Number(high) ? `${high}${otherUnit}..${low}${unit}` : range;
}

function isOtherScalar(found: unknown): boolean {
  return typeof found === 'number' || typeof found === 'boolean' || found instanceof Float;
}

function isText(found: unknown): found is string {
  return typeof found === 'string';
}
