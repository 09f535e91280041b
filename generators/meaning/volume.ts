import type { NormalVolume } from '../../spec/values.ts';
import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';
import { drawLongList } from './list.ts';
import { drawContainerPath, drawHostPath } from './path.ts';

export interface NetworkVolume {
  readonly kind: 'network';
  readonly names: readonly string[];
  readonly path: string;
}

export interface InstanceVolume {
  readonly kind: 'instance';
  readonly instancePath: string;
  readonly path: string;
  readonly optional: boolean;
}

export type Volume = NetworkVolume | InstanceVolume;

const NAMES = [
  'my-volume',
  'data',
  'vol-eu',
  'cache_1',
  'a b',
  '1',
  'True',
  'é',
  'no',
  'a:b',
  'a/b',
  '',
  '$HOME',
  '"a"',
  ' a ',
  'e\u0301',
  'a\\b',
  'a\nb',
  '\u{1f600}',
  'x'.repeat(255),
] as const;

export function drawVolume(pen: Pen): Volume {
  if (pen.source.below(2) === 0)
    return { kind: 'network', names: drawNames(pen), path: drawContainerPath(pen) };
  const optional = pen.source.below(3) === 2;
  return { kind: 'instance', instancePath: drawHostPath(pen), path: drawContainerPath(pen), optional };
}

export function normalVolume(volume: Volume): NormalVolume {
  return volume.kind === 'network'
    ? { name: [...volume.names], path: volume.path }
    : { instance_path: volume.instancePath, path: volume.path, optional: volume.optional };
}

/** Draws the names of a volume, usually one. There are none only if the page's silence allows it. */
function drawNames(pen: Pen): string[] {
  const { source } = pen;
  if (pen.strays(16)) return [];
  const names = [oneOf(source, NAMES)];
  const way = source.below(256);
  if (way === 255) return drawLongList(pen, () => oneOf(source, NAMES));
  for (let more = (way & 3) - 1; more > 0; more -= 1) names.push(oneOf(source, NAMES));
  return names;
}
