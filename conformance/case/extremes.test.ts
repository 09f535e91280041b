import { expect, test } from 'vitest';
import { GENERATED_CASES } from '../../spec/full-run.ts';
import type { NormalForm } from '../../spec/generated/editions/dstack-0.18.42/normal-form.ts';
import { caseStream } from './generated-cases.ts';
import { SUITE_SEED } from './suite-cases.ts';
import { EDITION } from '../testing/edition.ts';

/** A valid case of a certificate. */
interface Valid {
  readonly normal: NormalForm;
  readonly json: string;
  /** All texts that are kept as given, and the values of variables. */
  readonly texts: readonly string[];
  /** Names of variables. */
  readonly names: readonly string[];
  /** The numbers of seconds in the four durations, without `off`. */
  readonly seconds: readonly number[];
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['s', 1],
  ['m', 60],
  ['h', 3_600],
  ['d', 86_400],
  ['w', 604_800],
]);

const valid = validCases();

/** At least this many cases of a default certificate have each extreme. */
const SOME = 5;
const FEW = 1;

const EXTREMES: Readonly<Record<string, readonly [least: number, holds: (made: Valid) => boolean]>> = {
  'a text of 255 characters': [SOME, ({ texts }) => texts.some((text) => text.length === 255)],
  'a text of 256 characters': [SOME, ({ texts }) => texts.some((text) => text.length === 256)],
  'a text of 1,000 characters': [SOME, ({ texts }) => texts.some((text) => text.length === 1_000)],
  'a text of 70,000 characters': [FEW, ({ texts }) => texts.some((text) => text.length === 70_000)],
  'double quotes at both ends': [SOME, ({ texts }) => texts.some((text) => /^".*"$/s.test(text))],
  'single quotes at both ends': [SOME, ({ texts }) => texts.some((text) => /^'.*'$/s.test(text))],
  'a quote at one end': [SOME, ({ texts }) => texts.some((text) => /^"[^"]+$/.test(text))],
  'a backslash at the end': [SOME, ({ texts }) => texts.some((text) => text.endsWith('\\'))],
  'underscores at both ends': [SOME, holding('__a__')],
  'a dollar sign': [SOME, holding('$HOME')],
  'percent signs': [SOME, holding('%PATH%')],
  'characters with a meaning in HTML': [SOME, holding('&<>')],
  'a combining character': [SOME, holding('e\u0301')],
  'one form of a letter and the other': [SOME, holding('\u212b')],
  'an astral character': [SOME, holding('\u{1d11e}')],
  'characters that are joined': [SOME, holding('\u200d')],
  'a character without width': [SOME, holding('\u200b')],
  'a byte-order mark inside': [SOME, holding('a\ufeffb')],
  'text from right to left': [SOME, holding('\u05e9')],
  'a control character': [SOME, holding('\u001b')],
  'a character that YAML must escape': [SOME, holding('\uffff')],
  'a blank at the start': [SOME, ({ texts }) => texts.some((text) => text.startsWith(' '))],
  'a blank at the end': [SOME, ({ texts }) => texts.some((text) => text.endsWith(' '))],
  'a tab at the end': [SOME, ({ texts }) => texts.some((text) => text.endsWith('\t'))],
  'a line break at the end': [SOME, ({ texts }) => texts.some((text) => text.endsWith('\n'))],
  'CRLF inside': [SOME, holding('\r\n')],
  'digits that are text': [SOME, ({ texts }) => texts.includes('0123')],
  'a word that is text': [SOME, ({ texts }) => texts.includes('null')],
  'a date that is text': [SOME, ({ texts }) => texts.includes('2024-01-01')],
  'nodes beyond 32 bits': [SOME, ({ normal }) => normal.nodes > 2 ** 32 - 1],
  'nodes at the highest integer': [FEW, ({ normal }) => normal.nodes === Number.MAX_SAFE_INTEGER],
  'cores beyond 31 bits': [FEW, ({ normal }) => /\b2147483648\b/.test(normal.resources.cpu)],
  'cores at the highest integer': [FEW, ({ normal }) => normal.resources.cpu.includes('9007199254740991')],
  'a negative number of cores beyond 32 bits': [FEW, ({ normal }) => /-\d{10}/.test(normal.resources.cpu)],
  'GPUs beyond 32 bits': [SOME, ({ normal }) => /\d{10}/.test(normal.resources.gpu?.count ?? '')],
  'memory beyond 32 bits': [SOME, ({ normal }) => /\d{10}GB/.test(normal.resources.memory)],
  'memory with 16 digits of a fraction': [SOME, ({ normal }) => /\.\d{16}/.test(normal.resources.memory)],
  'terabytes with a fraction': [SOME, ({ json }) => /\d\.\d+TB/i.test(json)],
  'a range with equal ends in different units': [FEW, ({ json }) => isEqualInOtherUnits(json)],
  'a duration beyond 31 bits': [SOME, ({ seconds }) => seconds.some((each) => each >= 2 ** 31)],
  'a duration beyond 32 bits': [SOME, ({ seconds }) => seconds.some((each) => each >= 2 ** 32)],
  'the longest duration': [SOME, ({ seconds }) => seconds.includes(Number.MAX_SAFE_INTEGER)],
  'the shortest duration': [FEW, ({ seconds }) => seconds.some((each) => each < -(2 ** 31))],
  'many minutes': [SOME, spelledWith('m')],
  'many hours': [SOME, spelledWith('h')],
  'many days': [SOME, spelledWith('d')],
  'many weeks': [FEW, spelledWith('w')],
  'a line break after a duration': [SOME, ({ json }) => /"\d+ *[smhdw]\\n"/.test(json)],
  'a line break after a mapping of ports': [SOME, ({ json }) => /"(?:\d+|\*):\d+\\n"/.test(json)],
  'a line break after a run name': [SOME, ({ normal }) => normal.name?.endsWith('\n') === true],
  'a run name of 41 characters': [SOME, ({ normal }) => normal.name?.length === 41],
  'a run name of two characters': [SOME, ({ normal }) => normal.name?.length === 2],
  'the lowest port': [SOME, ({ normal }) => normal.ports.includes('1:1')],
  'the highest port': [SOME, ({ normal }) => normal.ports.some((port) => port.endsWith(':65535'))],
  'one more than the highest port': [
    SOME,
    ({ normal }) => normal.ports.some((port) => port.endsWith(':65536')),
  ],
  'a price of 16 digits': [SOME, ({ normal }) => `${normal.max_price}`.replace('.', '').length >= 16],
  '11 commands': [FEW, ({ normal }) => normal.commands.length === 11],
  '100 commands': [FEW, ({ normal }) => normal.commands.length === 100],
  '11 variables': [FEW, ({ normal }) => normal.env.length === 11],
  'a list of 100 in another field': [
    FEW,
    ({ normal }) => listsOf(normal).some((list) => list.length === 100),
  ],
  'a list of 1,000': [FEW, ({ normal }) => listsOf(normal).some((list) => list.length === 1_000)],
  'a list of 11 or more GPU names': [FEW, ({ normal }) => (normal.resources.gpu?.name?.length ?? 0) >= 11],
  'an item twice in a list': [SOME, ({ normal }) => new Set(normal.commands).size < normal.commands.length],
  'a quoted value of a variable': [SOME, ({ normal }) => normal.env.some((text) => /="[^"]*"$/.test(text))],
  'a comment in a value': [SOME, ({ normal }) => normal.env.some((text) => text.includes('=a #b'))],
  'an equals sign at the start of a value': [
    SOME,
    ({ normal }) => normal.env.some((text) => /^\w+==/.test(text)),
  ],
  'an export in a value': [SOME, ({ normal }) => normal.env.some((text) => text.includes('=export A=1'))],
  'a line break in a value': [SOME, ({ normal }) => normal.env.some((text) => text.includes('\n'))],
  'a blank at the end of a value': [SOME, ({ normal }) => normal.env.some((text) => text.endsWith(' '))],
  'a quoted name of a variable': [FEW, ({ names }) => names.includes('"A"')],
  'an export in a name': [FEW, ({ names }) => names.includes('export A')],
  'names that differ in case': [FEW, ({ names }) => names.includes('A') && names.includes('a')],
  'a name of 255 characters': [FEW, ({ names }) => names.some((name) => name.length === 255)],
  'a name of 1,000 characters': [FEW, ({ names }) => names.some((name) => name.length === 1_000)],
  'a path of 100 parts': [
    FEW,
    ({ normal }) => normal.volumes.some(({ path }) => path.split('/').length > 100),
  ],
  'a part of a path of 255 characters': [
    FEW,
    ({ normal }) => normal.volumes.some(({ path }) => /n{255}/.test(path)),
  ],
  'a user of 255 characters': [SOME, ({ normal }) => (normal.user?.length ?? 0) >= 255],
};

test.each(Object.entries(EXTREMES))('a certificate asks about %s', (_, [least, holds]) => {
  expect(valid.filter(holds).length).toBeGreaterThanOrEqual(least);
});

function validCases(): Valid[] {
  const stream = caseStream({ edition: EDITION, seed: SUITE_SEED, inputs: ['json', 'yaml'] });
  const cases: Valid[] = [];
  for (let count = 0; count < GENERATED_CASES; count += 1) {
    const { value } = stream.next();
    if (value?.expected.kind !== 'accepted') continue;
    cases.push(viewOf(value.expected.normal as NormalForm, value.json ?? ''));
  }
  return cases;
}

function viewOf(normal: NormalForm, json: string): Valid {
  const { image, entrypoint, reservation, registry_auth: auth, commands, regions, env } = normal;
  const values = env.map((text) => text.slice(text.indexOf('=') + 1));
  const single = [image, entrypoint, reservation, auth?.username, auth?.password];
  const texts = [
    ...single.filter((each) => typeof each === 'string'),
    ...commands,
    ...(regions ?? []),
    ...values,
  ];
  return {
    normal,
    json,
    texts,
    names: env.map((text) => text.split('=', 1)[0] ?? ''),
    seconds: secondsOf(normal),
  };
}

function secondsOf({ max_duration, stop_duration, idle_duration, retry }: NormalForm): number[] {
  const all = [max_duration, stop_duration, idle_duration, ...(retry === false ? [] : [retry.duration])];
  return all
    .filter((each) => each !== 'off')
    .map((text) => {
      const unit = UNITS.get(text.slice(-1));
      return unit === undefined ? Number(text) : Number(text.slice(0, -1)) * unit;
    });
}

function listsOf({
  volumes,
  ports,
  commands,
  env,
  backends,
  regions,
  ...rest
}: NormalForm): (readonly unknown[])[] {
  const { availability_zones: zones, instance_types: types } = rest;
  return [volumes, ports, commands, env, backends ?? [], regions ?? [], zones ?? [], types ?? []];
}

function holding(part: string): (made: Valid) => boolean {
  return ({ texts }) => texts.some((text) => text.includes(part));
}

/** Returns whether a document has a duration in this unit that is beyond 32 bits of seconds. */
function spelledWith(unit: string): (made: Valid) => boolean {
  const pattern = new RegExp(`"(\\d+) *${unit}(?:\\\\n)?"`, 'g');
  return ({ json }) =>
    [...json.matchAll(pattern)].some(([, amount]) => Number(amount) * (UNITS.get(unit) ?? 0) >= 2 ** 32);
}

/** Returns whether a range has equal ends in different units, such as `1024MB..1GB`. */
function isEqualInOtherUnits(json: string): boolean {
  const range = /"([\d.]+) ?([MGT])B\.\.([\d.]+) ?([MGT])B"/gi;
  return [...json.matchAll(range)].some(([, from, unit = '', to, other = '']) => {
    const [least, most] = [megabytes(from, unit), megabytes(to, other)];
    return unit.toUpperCase() !== other.toUpperCase() && least === most;
  });
}

function megabytes(amount: string | undefined, unit: string): number {
  return Number(amount) * 1_024 ** 'MGT'.indexOf(unit.toUpperCase());
}
