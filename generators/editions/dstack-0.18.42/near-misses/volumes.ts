import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import { oneOf, type Pool } from '../../../choices/choose.ts';
import { drawContainerPath, drawHostPath } from '../../../meaning/path.ts';
import { drawVolume } from '../../../meaning/volume.ts';
import type { Mutation } from '../mutations/mutation.ts';
import { entryPlace, itemPlace } from '../mutations/place.ts';
import { text } from '../../../document/node.ts';
import type { Pen } from '../../../choices/pen.ts';
import { spellPath } from '../../../spelling/path.ts';
import { spellVolume } from '../../../spelling/volume.ts';
import { containerPathFault, instancePathFault, volumeTextFault } from '../../../misspelling/path.ts';
import { nearMiss, type Candidate } from './near-miss.ts';
import { after, exchanged, followedBy, instead, trapped, type Trap } from './trap.ts';

const VOLUME = itemPlace('volumes', (pen) => spellVolume(drawVolume(pen), pen));

const CONTAINER_PATHS = [
  entryPlace(VOLUME, 'path', { name: text('a') }),
  entryPlace(VOLUME, 'path', { instance_path: text('/a') }),
] as const;

const INSTANCE_PATH = entryPlace(VOLUME, 'instance_path', { path: text('/b') });

const SOURCES = ['data', 'my-volume', '/mnt/nfs', '/a', 'é', '/dev/shm', 'cache_1'] as const;

const VOLUME_TOKENS = [':', '/', ':ro', ' ', ':rw', '=', ';', '::', ',', ':/', '->', 'C:'] as const;

const VOLUME_TRAPS: Pool<Trap> = [
  followedBy(':ro'),
  followedBy(':rw'),
  exchanged(/:.*/, ''),
  exchanged(/.*:/, ''),
  exchanged(/:/, '::'),
  followedBy(':'),
  after(':'),
  exchanged(/:/, '='),
  exchanged(/:/, ' '),
  exchanged(/:/, ';'),
  after('C:'),
  instead(''),
];

/** The candidates for each requirement about the path in the container, and a text that certainly breaks it. */
const CONTAINER_PATH_MISSES: readonly (readonly [RequirementId, Candidate, string])[] = [
  ['volumes/path-absolute', relative, 'b'],
  ['volumes/no-parent', withParent(containerPath), '/b/..'],
  ['volumes/not-in-workflow', inWorkflow, '/workflow'],
  ['volumes/target', noTarget, '//'],
];

/** Near-misses of mount points, as text and as mappings. */
export const VOLUME_NEAR_MISSES: readonly Mutation[] = [
  // volumes/short-format: The short syntax has one colon between source and destination.
  nearMiss({
    requirement: 'volumes/short-format',
    place: VOLUME,
    grammar: volumeTextFault,
    candidate: trapped(short(containerPath), VOLUME_TRAPS, VOLUME_TOKENS),
    seeds: ['a:/b:ro'],
  }),
  ...CONTAINER_PATH_MISSES.flatMap(([requirement, candidate, seed]) => [
    nearMiss({
      requirement,
      place: VOLUME,
      grammar: volumeTextFault,
      candidate: short(candidate),
      seeds: [`a:${seed}`],
    }),
    ...CONTAINER_PATHS.map((place) =>
      nearMiss({ requirement, place, grammar: containerPathFault, candidate, seeds: [seed] }),
    ),
  ]),
  ...instancePathMisses('volumes/instance_path-absolute', relativeSource, './a'),
  ...instancePathMisses('volumes/no-parent', withParent(hostPath), '/a/..'),
];

function instancePathMisses(requirement: RequirementId, candidate: Candidate, seed: string): Mutation[] {
  return [
    nearMiss({
      requirement,
      place: INSTANCE_PATH,
      grammar: instancePathFault,
      candidate,
      seeds: [seed],
    }),
    nearMiss({
      requirement,
      place: VOLUME,
      grammar: volumeTextFault,
      candidate: (pen) => `${candidate(pen)}:${containerPath(pen)}`,
      seeds: [`${seed}:/b`],
    }),
  ];
}

function short(path: Candidate): Candidate {
  return (pen) => `${oneOf(pen.source, SOURCES)}:${path(pen)}`;
}

function containerPath(pen: Pen): string {
  return spellPath(drawContainerPath(pen), pen);
}

function hostPath(pen: Pen): string {
  return spellPath(drawHostPath(pen), pen);
}

const STARTS: Pool<string> = [
  '',
  './',
  '~',
  '~/',
  ' /',
  '.',
  '$HOME/',
  '\\',
  'C:/',
  '\u2044',
  '\ufeff/',
  '\n/',
  '../',
];

/** volumes/path-absolute: `path` is absolute. */
function relative(pen: Pen): string {
  return oneOf(pen.source, STARTS) + containerPath(pen).replace(/^\/+/, '');
}

/**
 * volumes/instance_path-absolute: `instance_path` is absolute.
 * A source with a slash is an instance path.
 */
function relativeSource(pen: Pen): string {
  return oneOf(pen.source, STARTS) + hostPath(pen).replace(/^\/+/, '');
}

const PARENTS = ['/..', '/../', '//..', '/./..', '/../..', '/..//'] as const;

/**
 * volumes/no-parent: A path has no `..`.
 * Writes it at the start, in the middle or at the end.
 */
function withParent(path: Candidate): Candidate {
  return (pen) => {
    const valid = path(pen);
    const parent = oneOf(pen.source, PARENTS);
    switch (pen.source.below(4)) {
      case 2:
        return parent + valid;
      case 3:
        return valid.replace(/(?<=.)\//, `${parent}/`);
      default:
        return valid + parent;
    }
  };
}

const WORKFLOWS = ['/workflow', '///workflow', '/./workflow', '/.//workflow', '////workflow'] as const;

const RESTS = [
  '',
  '/',
  '/x',
  '-data',
  's',
  '.bak',
  '//',
  '/.',
  '2',
  '_',
  ' ',
  '\n',
  '\u00e9',
  '/workflow',
  '/a/b',
] as const;

/** volumes/not-in-workflow: No volume is mounted at a path that begins with /workflow. */
function inWorkflow({ source }: Pen): string {
  const start = oneOf(source, WORKFLOWS);
  return start + oneOf(source, RESTS);
}

/** volumes/target: A container path has no NUL character, and is not just `//`. */
function noTarget(pen: Pen): string {
  const { source } = pen;
  if (source.below(3) === 2) return oneOf(source, ['//', '//.', '//./', '//.//', '//./.']);
  const path = containerPath(pen);
  const at = 1 + source.below(path.length);
  return `${path.slice(0, at)}\0${path.slice(at)}`;
}
