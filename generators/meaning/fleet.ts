import type { NormalFleet } from '../../spec/values.ts';
import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';

/** A fleet, of the current project if none is named. */
export interface Fleet {
  readonly project: string | null;
  readonly name: string;
}

const NAMES = [
  'my-fleet',
  'gpu',
  'on-prem',
  'h100-cluster',
  '1',
  '12',
  'True',
  'a b',
  'é',
  '1.5',
  '~',
  'no',
] as const;

/** Names that only a mapping can give. */
const ODD_NAMES = ['a/b', '', '/', 'a/b/c'] as const;

const PROJECTS = ['main', 'other', 'team-a', '1'] as const;

export function drawFleet(pen: Pen): Fleet {
  const { source } = pen;
  const name = pen.strays(12) ? oneOf(source, ODD_NAMES) : oneOf(source, NAMES);
  return { project: source.below(3) === 2 ? oneOf(source, PROJECTS) : null, name };
}

export function normalFleet({ project, name }: Fleet): NormalFleet {
  return { project, name };
}
