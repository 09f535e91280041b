import { drawNodes } from '../../../meaning/count.ts';
import { drawDuration, drawSignedSeconds } from '../../../meaning/duration.ts';
import { drawWorkingDir } from '../../../meaning/path.ts';
import { drawPrice } from '../../../meaning/price.ts';
import { drawRunName } from '../../../meaning/run-name.ts';
import { drawUser } from '../../../meaning/user.ts';
import type { Mutation } from '../mutations/mutation.ts';
import { entryPlace, fieldPlace, type Place } from '../mutations/place.ts';
import { list, text } from '../../../document/node.ts';
import type { Pen } from '../../../choices/pen.ts';
import { spellDuration, spellSeconds } from '../../../spelling/duration.ts';
import { spellInteger } from '../../../spelling/integer.ts';
import { spellPrice } from '../../../spelling/price.ts';
import { oneOf } from '../../../choices/choose.ts';
import { durationFault, secondsFault } from '../../../misspelling/duration.ts';
import type { Grammar } from '../../../misspelling/fault.ts';
import { workingDirFault } from '../../../misspelling/path.ts';
import { nodesFault, priceFault, runNameFault, userFault } from '../../../misspelling/scalar.ts';
import { edited, nearMiss, spelled, type Candidate } from './near-miss.ts';
import {
  after,
  exchanged,
  followedBy,
  inTitleCase,
  instead,
  inUpperCase,
  LENIENT,
  trapped,
  type Trap,
} from './trap.ts';
import type { Pool } from '../../../choices/choose.ts';

const RETRY_DURATION = entryPlace(fieldPlace('retry'), 'duration', { on_events: list([text('error')]) });

const DURATION_TRAPS: Pool<Trap> = [
  inUpperCase,
  followedBy(' '),
  after(' '),
  exchanged(/ *(?=[a-z]?$)/, '\t'),
  after('-'),
  after('+'),
  exchanged(/(?=[ a-z]*$)/, '.5'),
  exchanged(/[a-z]?$/, 'min'),
  exchanged(/[a-z]?$/, 'ms'),
  exchanged(/ *[a-z]?\n?$/, 'min'),
  exchanged(/ *[a-z]?\n?$/, 'ms'),
  exchanged(/[a-z]?$/, 'y'),
  exchanged(/[a-z]?$/, 'H'),
  followedBy('30s'),
  followedBy('x'),
  after('x'),
  followedBy('\n\n'),
  after('\n'),
  exchanged(/ *[a-z]?$/, '\u017f'),
  instead('Off'),
  instead('OFF'),
  instead('off '),
  instead('off'),
  instead('never'),
  instead('unlimited'),
  exchanged(/[a-z]?$/, ':00'),
  exchanged(/^[0-9 ]+/, ''),
];

/** Traps of names. A dash is valid anywhere but at the start, and padding makes any name 42 characters long. */
const NAME_TRAPS: Pool<Trap> = [
  (valid) => valid.padEnd(42, '0').slice(0, 42),
  (valid) => valid.slice(0, 1),
  inTitleCase,
  inUpperCase,
  after('1'),
  after('-'),
  exchanged(/-|(?<=^..)/, '_'),
  exchanged(/-|(?<=^..)/, '.'),
  exchanged(/(?<=^.)./, '\u00e9'),
  exchanged(/(?<=^.)./, '\u212a'),
  ...LENIENT,
];

const INTEGER_TRAPS: Pool<Trap> = [
  followedBy('.0'),
  after('0x'),
  followedBy('x'),
  followedBy(' nodes'),
  followedBy(','),
  followedBy('.'),
  exchanged(/(?=[0-9])/, '--'),
  exchanged(/$/, ' 1'),
  exchanged(/.*/, ''),
  instead('one'),
  followedBy('/2'),
  followedBy('\n1'),
];

const PRICE_TRAPS: Pool<Trap> = [
  after('$'),
  followedBy('$'),
  exchanged(/\.|$/, ','),
  exchanged(/\.|$/, ',5'),
  followedBy(' USD'),
  followedBy('/h'),
  followedBy('.0.0'),
  followedBy('\n1'),
  after('0x'),
  instead('free'),
  instead('off'),
  instead('true'),
  instead(''),
  // These exponents are broken. Whole ones are out of scope.
  ...['e', 'e+', 'e+-2', 'e2e2', 'e2a', 'f', '-5', '+5'].map(followedBy),
];

/** Near-misses of fields with a grammar of their own outside `resources`, `ports` and `volumes`. */
export const RUN_NEAR_MISSES: readonly Mutation[] = [
  ...['max_duration', 'stop_duration', 'idle_duration'].map((field) =>
    durationMiss(fieldPlace(field), durationFault, spelled(drawDuration, spellDuration)),
  ),
  ...[fieldPlace('termination_idle_time'), RETRY_DURATION].map((place) =>
    durationMiss(place, secondsFault, spelled(drawSignedSeconds, spellSeconds)),
  ),
  // name/format: A run name is a lower-case letter followed by 1 to 40 lower-case letters, digits or dashes.
  nearMiss({
    requirement: 'name/format',
    place: fieldPlace('name'),
    grammar: runNameFault,
    candidate: trapped(drawRunName, NAME_TRAPS, ['_', '-', 'A', ' ', '.', '/', '\u00df', '\u00e9', '1', 'a']),
    seeds: ['My-run'],
  }),
  nearMiss({
    requirement: 'working_dir/relative',
    place: fieldPlace('working_dir'),
    grammar: workingDirFault,
    candidate: rooted,
    seeds: ['/abs'],
  }),
  nearMiss({
    requirement: 'working_dir/inside',
    place: fieldPlace('working_dir'),
    grammar: workingDirFault,
    candidate: climbing,
    seeds: ['..'],
  }),
  nearMiss({
    requirement: 'user/format',
    place: fieldPlace('user'),
    grammar: userFault,
    candidate: colonAdded,
    seeds: ['root:'],
  }),
  // user/non-negative: A numeric user or group id is not negative.
  nearMiss({
    requirement: 'user/non-negative',
    place: fieldPlace('user'),
    grammar: userFault,
    candidate: edited(negativeUser, [' ', '\u3000', '0', '1', ':0', '0:']),
    seeds: ['-1'],
  }),
  // integer/other: Nothing else is an integer.
  nearMiss({
    requirement: 'integer/other',
    place: fieldPlace('nodes'),
    grammar: nodesFault,
    candidate: trapped(spelled(drawNodes, spellInteger), INTEGER_TRAPS, [
      '.',
      ',',
      '-',
      '+',
      'x',
      ' ',
      '_',
      '1',
      '\x1c',
      '\x1f',
    ]),
    seeds: ['two'],
  }),
  // max_price/number: Nothing else is a price.
  nearMiss({
    requirement: 'max_price/number',
    place: fieldPlace('max_price'),
    grammar: priceFault,
    candidate: trapped(spelled(drawPrice, spellPrice), PRICE_TRAPS, [
      '$',
      ',',
      '.',
      '%',
      ' ',
      '-',
      '+',
      'e',
      'f',
      '/h',
      '\x1c',
      '\x1d',
    ]),
    seeds: ['$1'],
  }),
  // max_price/positive: A price is above zero.
  nearMiss({
    requirement: 'max_price/positive',
    place: fieldPlace('max_price'),
    grammar: priceFault,
    candidate: notPositive,
    seeds: ['0'],
  }),
];

/** duration/format: Any other text or kind is refused. */
function durationMiss(place: Place, grammar: Grammar, valid: Candidate): Mutation {
  return nearMiss({
    requirement: 'duration/format',
    place,
    grammar,
    candidate: trapped(valid, DURATION_TRAPS, [
      'm',
      '1h',
      '.5',
      's',
      '-',
      ' ',
      'M',
      'd ',
      'off',
      ':',
      '+',
      'w',
    ]),
    seeds: ['5M'],
  });
}

const ROOTS = ['/', '//', '/./', '/workflow/', '///', '/workflow', '/../'] as const;

/** working_dir/relative: An absolute `working_dir` is refused. */
function rooted(pen: Pen): string {
  const root = oneOf(pen.source, ROOTS);
  return root + drawWorkingDir(pen);
}

const CLIMBS = ['../', './../', '..//', 'a/../../', '../../', '..', '.././', 'a/b/../../../'] as const;

/** working_dir/inside: A `working_dir` that leaves the repository directory is refused. */
function climbing(pen: Pen): string {
  const climb = oneOf(pen.source, CLIMBS);
  const path = drawWorkingDir(pen);
  switch (pen.source.below(4)) {
    case 2:
      return `${path}/${climb}`;
    case 3:
      return `${path}/${climb}${climb}x`;
    default:
      return climb + path;
  }
}

/**
 * user/format: A user is `user_name_or_id[:group_name_or_id]`, and neither half is empty.
 * Breaks it with an empty half or a third part.
 */
function colonAdded(pen: Pen): string {
  const user = drawUser(pen);
  const group = drawUser(pen);
  switch (pen.source.below(7)) {
    case 1:
      return `:${user}`;
    case 2:
      return `${user}::${group}`;
    case 3:
      return `${user}:${group}:${user}`;
    case 4:
      return `:${user}:${group}`;
    case 5:
      return `${user}:${group}:`;
    case 6:
      return ':'.repeat(1 + pen.source.below(4));
    default:
      return `${user}:`;
  }
}

function negativeUser(pen: Pen): string {
  const id = `-${1 + pen.source.below(2_000)}`;
  const other = drawUser(pen);
  return oneOf(pen.source, [id, `${other}:${id}`, `${id}:${other}`, ` ${id}`, `${id}:${id}`, `${id} `]);
}

function notPositive(pen: Pen): string {
  const price = `${drawPrice(pen)}`;
  const zeros = `0${pen.source.below(2) === 0 ? '' : '.000'}`;
  return oneOf(pen.source, [
    `-${price}`,
    zeros,
    `-${zeros}`,
    ` -${price} `,
    `+${zeros}`,
    `-0${price}`,
    '.0',
    '0.',
  ]);
}
