import { describe, expect, test } from 'vitest';
import type { GeneratedCase } from '../../../case.ts';
import { GRAMMAR } from '../grammar.ts';
import { generateCases } from '../../../generate.ts';
import { isMapping } from '../../../../reference/document/is-mapping.ts';

/** The number of cases that `certify` asks by default. */
const CASES = 10_000;

/** The values that careless readers accept, by the place that refuses them. */
const MISTAKES: Readonly<Record<string, readonly Mistake[]>> = {
  'a duration': [
    text('any case', /^\d+ *[smhdw]$/i),
    text('no end', /^\d+ *[smhdw]/),
    text('no beginning', /\d+ *[smhdw]$/),
    text('blanks around', /^\s*\d+ *[smhdw]\s*$/),
    text('any blank inside', /^\d+\s+[smhdw]$/),
    text('a sign', /^[+-]\d+ *[smhdw]$/),
    text('a fraction', /^\d+\.\d+ *[smhdw]$/),
    text('other units', /^\d+ *(?:ms|min|mm|y|in|hours)$/),
    text('off in any case', /^off$/i),
    text('off trimmed', /^\s*off\s*$/),
    text('two parts', /^(?:\d+[smhdw]){2}$/),
  ],
  '/name': [
    text('41 characters more', /^[a-z][a-z0-9-]{41}$/),
    text('one character', /^[a-z]$/),
    text('any case', /^[a-z][a-z0-9-]{1,40}$/i),
    text('underscores', /^[a-z][a-z0-9_-]{1,40}$/),
    text('a digit at first', /^[a-z0-9][a-z0-9-]{1,40}$/),
    text('a dash at first', /^[a-z-][a-z0-9-]{1,40}$/),
    text('blanks around', /^\s*[a-z][a-z0-9-]{1,40}\s*$/),
    text('letters of all scripts', /^\p{L}[\p{L}0-9-]{1,40}$/u),
    text('one of several lines', /^[a-z][a-z0-9-]{1,40}$/m),
  ],
  '/ports/*': [
    text('blanks around', /^\s*(?:\d+|\*):\d+\s*$/),
    text('blanks inside', /^(?:\d+|\*) *: *\d+$/),
    text('no end', /^\d+:\d+/),
    text('no beginning', /(?:\d+|\*):\d+$/),
    text('a protocol', /^\d+\/(?:tcp|udp)$/),
    text('an open container port', /:\*?$/),
    text('an address', /^[\d.]+:\d+:\d+$/),
    number('modulo 2^16', (port) => port > 65_536 && port % 65_536 > 0),
    number('modulo 2^32', (port) => port > 4_294_967_296 && port % 4_294_967_296 <= 65_536),
    number('zero', (port) => port === 0),
    number('one more', (port) => port === 65_537),
  ],
  'one of a few words': words([
    'spot',
    'on-demand',
    'auto',
    'reuse',
    'reuse-or-create',
    'no-capacity',
    'interruption',
    'error',
    'dont-destroy',
    'destroy-after-idle',
    'aws',
    'gcp',
    'azure',
    'kubernetes',
  ]),
  '/spot_policy': [
    text('any case', /^(?:spot|on-demand|auto)$/i),
    text('trimmed', /^\s*(?:spot|on-demand|auto)\s*$/),
  ],
  '/backends/*': [text('any case', /^(?:aws|gcp|azure|lambda|runpod|local|oci|vultr|cudo|nebius)$/i)],
  '/retry/on_events/*': [text('any case', /^(?:error|no-capacity|interruption)$/i)],
  '/resources/gpu/vendor': [
    text('blanks around', /^\s*(?:nvidia|amd|intel|google|tpu)\s*$/i),
    text('a beginning', /^(?:nvidia|amd|intel|google|tpu)/i),
    text('letters equal in other languages', /[\u0130\u0131\u0456]/),
  ],
  'a size': [
    text('the first letter of a unit', /^[\d.]+ *[GMT]$/i),
    text('binary units', /^[\d.]+ *[GMT]iB$/i),
    text('no end', /^[\d.]+ *[GMT]B/i),
    text('a comma', /^\d+,\d+ *[GMT]B$/i),
    text('three dots', /\.\.\./),
    text('a dash between the ends', /^[\d.]+(?:GB)? *[-–] *[\d.]+ *(?:GB)?$/i),
  ],
  'an integer': [
    text('the beginning', /^\s*\d+[^\d\s]/),
    text('hexadecimal', /^0x[0-9a-f]+$/i),
    text('a float', /^\d+\.\d*$/),
    text('more lines', /^\d+\n/),
  ],
  '/nodes': [
    number('zero', (nodes) => nodes === 0),
    number('cut off to zero', (nodes) => nodes > 0 && nodes < 1),
  ],
  '/privileged': [
    text('blanks around', /^\s*(?:true|false|yes|no|on|off|t|f|y|n|1|0)\s*$/i),
    text('numbers', /^-?\d+$/),
    text('beginnings', /^(?:tr|fa|ye)/),
    number('what is not zero', (value) => value !== 0),
  ],
  '/python': [
    text('a patch version', /^3\.\d+\.\d+$/),
    text('blanks around', /^\s*3\.(?:8|9|10|11|12|13)\s*$/),
    number('the next versions', (version) => version === 3.14 || version === 3.7),
  ],
  '/max_price': [
    text('a currency', /^\$\d/),
    text('a comma', /^\d+,\d+$/),
    number('zero', (price) => price === 0),
  ],
  '/user': [
    text('no group', /^[^:]+:$/),
    text('no user', /^:[^:]+$/),
    text('more halves', /^[^:]+(?::[^:]+){2,}$/),
  ],
  '/working_dir': [
    text('the repository itself', /^\/workflow(?:\/|$)/),
    text('a step up later', /^[^.].*\.\.(?:\/|$)/),
  ],
  '/volumes/*': [
    text('a mode', /^[^:]+:[^:]+:(?:ro|rw)$/),
    text('a home', /:~/),
    text('a name like /workflow', /:\/workflow[^/]/),
    text('a path with ..', /:.*\/\.\.(?:\/|$)/),
  ],
};

/** Places that share a reader in most programs. */
const SHARED: Readonly<Record<string, RegExp>> = {
  'one of a few words': /_policy$|^\/backends\/\*$|^\/retry\/on_events\/\*$/,
  'an integer': /^\/(?:nodes|resources\/cpu|resources\/gpu\/count|ports\/\*\/\w+)/,
  'a duration': /^\/(?:retry\/duration|\w+_duration|termination_idle_time)$/,
  'a size': /^\/resources\/(?:memory|shm_size|disk|gpu\/(?:total_)?memory)\b/,
};

interface Mistake {
  readonly what: string;
  readonly takes: (value: unknown) => boolean;
}

function text(what: string, pattern: RegExp): Mistake {
  return { what, takes: (value) => typeof value === 'string' && pattern.test(value) };
}

function number(what: string, takes: (value: number) => boolean): Mistake {
  return { what, takes: (value) => typeof value === 'number' && takes(value) };
}

/** The mistakes of inexact comparisons. */
function words(known: readonly string[]): Mistake[] {
  const forms: Readonly<Record<string, (word: string) => string>> = {
    'any case': (word) => word.toLowerCase(),
    'blanks around': (word) => word.trim(),
    'a line break behind': (word) => word.replace(/\n$/, ''),
    'a beginning': (word) => known.find((each) => word.startsWith(each)) ?? word,
    'a part': (word) => known.find((each) => each.includes(word) && word !== '') ?? word,
    'other separators': (word) => word.replaceAll(/[_ ]/g, '-'),
  };
  const hasSeparator = known.some((word) => word.includes('-'));
  return Object.entries(forms)
    .filter(([what]) => what !== 'other separators' || hasSeparator)
    .map(([what, form]) => ({
      what,
      takes: (value) => typeof value === 'string' && !known.includes(value) && known.includes(form(value)),
    }));
}

/** Groups the broken values of the cases by their place, with `*` for indices. */
function brokenValues(cases: Iterable<GeneratedCase>): Map<string, unknown[]> {
  const values = new Map<string, unknown[]>();
  for (const { expected, document } of cases) {
    if (expected.kind !== 'rejected') continue;
    let value = document;
    for (const part of expected.path.split('/').slice(1)) value = within(value, part);
    const place = expected.path.replaceAll(/\/\d+/g, '/*');
    values.set(place, [...(values.get(place) ?? []), value]);
  }
  return values;
}

function within(value: unknown, part: string): unknown {
  if (Array.isArray(value)) return value[Number(part)];
  return isMapping(value) ? value[part] : undefined;
}

const values = brokenValues(generateCases(GRAMMAR, { seed: 1, count: CASES }));

describe('the cases that are asked by default', () => {
  test.each(Object.entries(MISTAKES))('break %s with a value for each mistake', (place, mistakes) => {
    const broken = [...values].flatMap(([at, all]) =>
      at === place || SHARED[place]?.test(at) === true ? all : [],
    );
    const missed = mistakes.filter(({ takes }) => !broken.some(takes));
    expect(missed.map(({ what }) => what)).toEqual([]);
  });
});
