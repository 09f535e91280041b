import { Float } from '../../reference/float.ts';
import type { Answers } from './answer.ts';
import { changeAll, changeTexts, isList, isMapping } from './change.ts';
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
  'null-as-absent-everywhere': allows('null/refused'),
  'name-unanchored-at-end': tolerates(
    '/name',
    onText((name) => /^[a-z][a-z0-9-]{1,40}/.exec(name)?.[0] ?? name),
  ),
  'name-unanchored-at-start': tolerates(
    '/name',
    onText((name) => /[a-z][a-z0-9-]{1,40}\n?$/.exec(name)?.[0] ?? name),
  ),
  'name-of-any-line': tolerates(
    '/name',
    onText((name) => /^[a-z][a-z0-9-]{1,40}$/m.exec(name)?.[0] ?? name),
  ),
  'name-with-underscores': tolerates(
    '/name',
    onText((name) => name.replaceAll('_', '-')),
  ),
  'name-in-any-case': tolerates(
    '/name',
    onText((name) => name.toLowerCase()),
  ),
  'name-of-digits-first': tolerates(
    '/name',
    onText((name) => name.replace(/^\d/, 'a')),
  ),
  'name-refuses-final-dash': refuses('/name', (name) => /-$/.test(String(name))),
  'name-refuses-double-dash': refuses('/name', (name) => /--/.test(String(name))),
  'name-refuses-final-break': refuses('/name', (name) => /\n$/.test(String(name))),
  'duration-unanchored-at-end': tolerates(
    '/stop_duration',
    onText((text) => /^\d+ *[smhdw]/.exec(text)?.[0] ?? text),
  ),
  'duration-unanchored-at-start': tolerates(
    '/stop_duration',
    onText((text) => /\d+ *[smhdw]\n?$/.exec(text)?.[0] ?? text),
  ),
  'duration-of-any-line': tolerates(
    '/stop_duration',
    onText((text) => /^\d+ *[smhdw]$/m.exec(text)?.[0] ?? text),
  ),
  'duration-with-any-blank': tolerates(
    '/stop_duration',
    onText((text) => text.replace(/^(\d+)\s+([smhdw])$/, '$1$2')),
  ),
  'duration-with-sign': tolerates(
    '/stop_duration',
    onText((text) => text.replace(/^[-+](?=\d+ *[smhdw])/, '')),
  ),
  'duration-refuses-final-break': refuses('/stop_duration', (text) => /[a-z]\n$/.test(String(text))),
  'port-container-not-checked': tolerates(
    '/ports/*',
    onText((port) => port.replace(/:\d{5,}(?=\n?$)/, ':80')),
  ),
  'port-local-not-checked': tolerates(
    '/ports/*',
    onText((port) => port.replace(/^\d{5,}:/, '80:')),
  ),
  'port-local-zero': tolerates(
    '/ports/*',
    onText((port) => port.replace(/^0+:/, '80:')),
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
  'port-with-blanks': tolerates(
    '/ports/*',
    onText((port) => port.replace(/^\s*(\d+|\*)\s*:\s*(\d+)\s*$/, '$1:$2')),
  ),
  'range-upside-down-swapped': toleratesRanges((text) => text.replace(/^(\d+)(GB)?\.\.(\d+)(GB)?$/, inOrder)),
  'range-with-dash': toleratesRanges((text) => text.replace(/^(\d+(?:GB)?)-(\d+(?:GB)?)$/, '$1..$2')),
  'range-with-plus': toleratesRanges((text) => text.replace(/^(\d+(?:GB)?)\+$/, '$1..')),
  'range-with-three-dots': toleratesRanges((text) => text.replace('...', '..')),
  'range-of-nothing': allows('range/bounded'),
  'range-end-excluded': says(
    '/resources/cpu',
    onText((cpu) =>
      cpu.replace(/^(\d+)\.\.(\d+)$/, (_, low: string, high: string) => `${low}..${+high - 1}`),
    ),
  ),
  'texts-only-from-texts': refuses('/*', isListOfOtherScalars),
  'text-fields-only-from-text': refuses('', (document) =>
    TEXTS.some((field) => isMapping(document) && isOtherScalar(document[field])),
  ),
  'switches-only-from-booleans': refuses('/privileged', (found) => typeof found !== 'boolean'),
  'switches-from-anything': tolerates('/privileged', (found) =>
    isText(found) && found !== '' && !/^\w{1,5}$/.test(found) ? true : found,
  ),
  'switches-from-any-number': tolerates('/privileged', (found) =>
    typeof found === 'number' ? found !== 0 : found,
  ),
  'user-negative': allows('user/non-negative'),
  'user-of-three-parts': tolerates(
    '/user',
    onText((user) => user.replace(/^([^:]+:[^:]+):[^]*$/, '$1')),
  ),
  'user-as-in-unix': refuses(
    '/user',
    (user) => isText(user) && !/^[a-z0-9_][a-z0-9_-]*(?::[a-z0-9_][a-z0-9_-]*)?$/.test(user),
  ),
  'python-any-patch': tolerates(
    '/python',
    onText((python) => python.replace(/^(3\.\d+)\.\d+$/, '$1')),
  ),
  'python-number-cut': tolerates('/python', (python) => (python === 3.1 ? '3.1' : python)),
  'price-with-dollar': tolerates(
    '/max_price',
    onText((price) => price.replace(/^\$|\$$/, '')),
  ),
  'price-with-comma': tolerates(
    '/max_price',
    onText((price) => price.replace(',', '.')),
  ),
  'volume-with-mode': tolerates(
    '/volumes/*',
    onText((volume) => volume.replace(/:(?:ro|rw)$/, '')),
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

function isListOfOtherScalars(found: unknown): boolean {
  return isList(found) && found.some((item) => isOtherScalar(item) && !isPort(item));
}

function isOtherScalar(found: unknown): boolean {
  return typeof found === 'number' || typeof found === 'boolean' || found instanceof Float;
}

/** A number is the plainest way to write a port. */
function isPort(item: unknown): boolean {
  return typeof item === 'number' && item > 1;
}

function isText(found: unknown): found is string {
  return typeof found === 'string';
}
