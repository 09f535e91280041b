import type { Behaviour } from './conversation.ts';
import { FRAMING } from './framing.ts';
import { HANDSHAKE } from './handshake.ts';
import { LIFECYCLE } from './lifecycle.ts';
import { hello, lineOf, type Question } from './message.ts';
import { ODD } from './odd.ts';
import { PLAIN, type PlainBehaviour } from './plain.ts';
import { SEQUENCE } from './sequence.ts';
import { VALUE_FAULTS, type ValueFault } from './values.ts';
import { YAML_READERS, type YamlFault } from './yaml-readers.ts';

const TRANSPORT = { ...ODD, ...FRAMING, ...SEQUENCE, ...LIFECYCLE, ...HANDSHAKE };

export type TransportFault = keyof typeof TRANSPORT;
export type PlainFault = keyof typeof PLAIN;
export type FaultName = ValueFault | YamlFault | TransportFault | PlainFault;

/** The names of all programs, as the table calls them. */
export const FAULT_NAMES: readonly string[] = [VALUE_FAULTS, YAML_READERS, TRANSPORT, PLAIN].flatMap(
  Object.keys,
);

/** Returns the behaviour of the program with this name; undefined if no program over the protocol has it. */
export function behaviourOf(name: string): Behaviour | undefined {
  const transport: Readonly<Record<string, Behaviour>> = TRANSPORT;
  const yaml = find(YAML_READERS, name);
  const answers = find(VALUE_FAULTS, name);
  if (yaml !== undefined) return { yaml, hello: ({ id }) => lineOf(hello(id, { inputs: ['yaml'] })) };
  return answers === undefined ? find(transport, name) : { answers, hello: atFullSpeed };
}

/** Returns the behaviour in plain mode of the program with this name; undefined if no plain program has it. */
export function plainBehaviourOf(name: string): PlainBehaviour | undefined {
  return find(PLAIN, name);
}

function atFullSpeed({ id }: Question): string {
  return lineOf(hello(id, { window: 256 }));
}

function find<Value>(faults: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(faults, name) ? faults[name] : undefined;
}
