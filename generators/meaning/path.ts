import { oneOf, oneOfTheFirst, type Pool } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';

/** Absolute paths inside a container: normalized, without `..`, not below /workflow. */
const CONTAINER_PATHS = [
  '/data',
  '/mnt/data',
  '/root/.cache/huggingface',
  '/checkpoints/run-1',
  '/a',
  '/',
  '/work',
  '/data/workflow',
  '/b c',
  '/é',
  '/...',
  '/..a/.b',
  '/a=1',
  '/Workflow',
  '/a/..b/c..',
  '/volume_data',
  '/a/b/c',
  '/data\u0001',
  '/$HOME/${USER}',
  '/%PATH%',
  '/~/a',
  '/"a"/\'b\'',
  '/a\\b',
  '/ a / b ',
  '/-',
  '/a\nb',
  '/e\u0301/\u00e9',
  '/\u200b',
  '/\u{1f600}',
  '/ ./.. ',
  '/b ',
] as const;

const HOST_PATHS = [
  '/mnt/nfs',
  '/home/ubuntu/data',
  '/workflow',
  '/a',
  '/',
  '/dev/shm',
  '/..x',
  '/p q',
  '/$HOME',
  '/\u00e9/e\u0301',
  '/a ',
  '/a\0b',
] as const;

/** The longest file name on most systems, and one that is one character longer. */
const LONG_NAME = `/${'n'.repeat(255)}/${'m'.repeat(256)}`;

/** A path of a hundred parts, some of which begin or end with dots. */
const MANY_PARTS = '/a/..b/c../.d/...'.repeat(20);

const LONG_PATHS = [MANY_PARTS, LONG_NAME] as const;

/** Unusual paths. A path with a colon can't stand in the short syntax, and two slashes at the start remain two. */
const ODD_PATHS = ['/a:b', '//b', '/c:/d', '//x/y', '//workflow', '// '] as const;

/** volumes/target is only about paths in the container. On the instance, `//` is a path. */
const ODD_HOST_PATHS = [...ODD_PATHS, '//'] as const;

/** Paths relative to the repository and inside it, normalized. */
const WORKING_DIRS = [
  '.',
  'src',
  'a/b/c',
  'examples/fine-tuning/trl',
  'a/b',
  'a/../b',
  'a/b/../../c',
  'a/..',
  'a b',
  'é',
  '...',
  '..a',
  '.hidden',
  'True',
  '31',
  '1.1',
  '  x ',
  'a\nb',
  'a\u0001b',
  '~',
  'off',
  '$HOME',
  'a\\b',
  '"a"',
  'e\u0301',
  'a\t/ b',
  ' /.. /...',
  'a/.. /..',
  '.. ',
  ' ..',
  'a/../'.repeat(64) + 'b',
  `a${MANY_PARTS}`,
  'x'.repeat(1_000),
] as const;

export function drawContainerPath(pen: Pen): string {
  return drawPath(pen, CONTAINER_PATHS, ODD_PATHS);
}

export function drawHostPath(pen: Pen): string {
  return drawPath(pen, HOST_PATHS, ODD_HOST_PATHS);
}

export function drawWorkingDir(pen: Pen): string {
  return oneOfTheFirst(pen.source, WORKING_DIRS);
}

function drawPath(pen: Pen, usual: Pool<string>, odd: Pool<string>): string {
  const way = pen.source.below(64);
  if (way === 63) return oneOf(pen.source, LONG_PATHS);
  return way >= 60 && !pen.documented ? oneOf(pen.source, odd) : oneOf(pen.source, usual);
}
