import type { NormalInstance } from '../../spec/values.ts';
import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';
import { WIDE_INTEGERS } from '../document/wide-integers.ts';
import { drawFleet, normalFleet, type Fleet } from './fleet.ts';

/** An instance: by its name, by its host name, or by its number in a fleet. */
export type Instance =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'hostname'; readonly hostname: string }
  | { readonly kind: 'numbered'; readonly fleet: Fleet; readonly number: number };

const NAMES = ['worker-0', 'gpu-1', 'a/b', '1', '12', 'True', ' ', 'é', '1.5', 'a:b', '{name}'] as const;
const HOSTNAMES = ['10.0.0.1', 'node-1.example.com', '::1', 'localhost', '1', '192.168.1.7', 'é'] as const;
const NUMBERS = [0, 1, 2, 7, 12, 255, ...WIDE_INTEGERS] as const;

export function drawInstance(pen: Pen): Instance {
  const { source } = pen;
  switch (source.below(4)) {
    case 2:
      return { kind: 'hostname', hostname: oneOf(source, HOSTNAMES) };
    case 3:
      return { kind: 'numbered', fleet: drawFleet(pen), number: oneOf(source, NUMBERS) };
    default:
      return { kind: 'name', name: oneOf(source, NAMES) };
  }
}

export function normalInstance(instance: Instance): NormalInstance {
  switch (instance.kind) {
    case 'name':
      return { name: instance.name };
    case 'hostname':
      return { hostname: instance.hostname };
    case 'numbered':
      return { fleet: normalFleet(instance.fleet), instance: instance.number };
  }
}
