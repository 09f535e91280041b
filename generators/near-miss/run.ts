import { drawNodes } from '../meaning/count.ts';
import { drawDuration, drawSignedSeconds } from '../meaning/duration.ts';
import { drawWorkingDir } from '../meaning/path.ts';
import { drawPrice } from '../meaning/price.ts';
import { drawRunName } from '../meaning/run-name.ts';
import { drawUser } from '../meaning/user.ts';
import type { Mutation } from '../mutation/mutation.ts';
import { entryPlace, fieldPlace, type Place } from '../mutation/place.ts';
import { list, text } from '../node.ts';
import type { Pen } from '../pen.ts';
import { spellDuration, spellSeconds } from '../spelling/duration.ts';
import { spellInteger } from '../spelling/integer.ts';
import { spellPrice } from '../spelling/price.ts';
import { oneOf } from '../choose.ts';
import { durationFault, secondsFault } from './grammar/duration.ts';
import type { Grammar } from './grammar/fault.ts';
import { workingDirFault } from './grammar/path.ts';
import { integerFault, priceFault, runNameFault, userFault } from './grammar/scalar.ts';
import { edited, nearMiss, spelled, type Candidate } from './near-miss.ts';

const RETRY_DURATION = entryPlace(fieldPlace('retry'), 'duration', { on_events: list([text('error')]) });

/** Near-misses of what has a grammar of its own outside `resources`, `ports` and `volumes`. */
export const RUN_NEAR_MISSES: readonly Mutation[] = [
  ...['max_duration', 'stop_duration', 'idle_duration'].map((field) =>
    durationMiss(fieldPlace(field), durationFault, spelled(drawDuration, spellDuration)),
  ),
  ...[fieldPlace('termination_idle_time'), RETRY_DURATION].map((place) =>
    durationMiss(place, secondsFault, spelled(drawSignedSeconds, spellSeconds)),
  ),
  nearMiss({
    requirement: 'name/format',
    place: fieldPlace('name'),
    grammar: runNameFault,
    candidate: edited(drawRunName, ['_', '-', 'A', ' ', '.', '/', '\u00df', '\u00e9', '1', '\u{1f600}', 'a']),
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
  nearMiss({
    requirement: 'user/non-negative',
    place: fieldPlace('user'),
    grammar: userFault,
    candidate: edited(negativeUser, [' ', '0', '1', ':0', '0:']),
    seeds: ['-1'],
  }),
  nearMiss({
    requirement: 'integer/other',
    place: fieldPlace('nodes'),
    grammar: integerFault,
    candidate: edited(spelled(drawNodes, spellInteger), ['.', ',', '-', '+', 'x', '0x', 'e', ' ', '_', '1']),
    seeds: ['two'],
  }),
  nearMiss({
    requirement: 'max_price/number',
    place: fieldPlace('max_price'),
    grammar: priceFault,
    candidate: edited(spelled(drawPrice, spellPrice), ['$', ',', '.', '%', ' ', '-', 'USD', '/h', '\u20ac']),
    seeds: ['$1'],
  }),
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
    candidate: edited(valid, [
      'm',
      '1h',
      '.5',
      's',
      'h',
      '-',
      ' ',
      'M',
      'in',
      'ms',
      'd ',
      'y',
      'off',
      ':',
      '+',
      'w',
      'P',
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

/** user/format: neither half is empty, and there are two halves at most. */
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
