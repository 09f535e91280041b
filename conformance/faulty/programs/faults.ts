import { readYaml } from '../../../reference/yaml/yaml.ts';
import type { InputKind } from '../../../spec/generated/protocol.ts';
import type { Answers } from './answer.ts';
import { honest } from './right-answers.ts';
import type { Behaviour } from './conversation.ts';
import { DECLARED } from './declared.ts';
import { FRAMING } from './framing.ts';
import { HANDSHAKE } from './handshake.ts';
import { LIFECYCLE } from './lifecycle.ts';
import { hello, lineOf, type Question, type YamlReader } from './message.ts';
import { ODD } from './odd.ts';
import { PLAIN, type PlainBehaviour } from './plain.ts';
import { SEQUENCE } from './sequence.ts';
import { VALUE_FAULTS, type ValueFault } from './values.ts';
import { WRONG_MEMORY, type MemoryFault } from './wrong-memory.ts';
import { YAML_READERS, type YamlFault } from './yaml-readers.ts';

const TRANSPORT = { ...ODD, ...FRAMING, ...SEQUENCE, ...LIFECYCLE, ...HANDSHAKE, ...DECLARED };

export type TransportFault = keyof typeof TRANSPORT;
export type PlainFault = keyof typeof PLAIN;
export type FaultName = ValueFault | MemoryFault | YamlFault | TransportFault | PlainFault;

/** The names of all programs, as the table calls them. */
export const FAULT_NAMES: readonly string[] = [
  VALUE_FAULTS,
  WRONG_MEMORY,
  YAML_READERS,
  TRANSPORT,
  PLAIN,
].flatMap(Object.keys);

/**
 * The kind of input that a program takes, and its answers. This is the whole description of a program that is only
 * wrong about values or YAML.
 */
export interface Understanding {
  readonly input: InputKind;
  readonly answers: Answers;
  readonly yaml: YamlReader;
}

/** Returns how the program with this name understands documents, with an empty memory; undefined if it is wrong in another way. */
export function understandingOf(name: string): Understanding | undefined {
  const yaml = find(YAML_READERS, name);
  if (yaml !== undefined) return { input: 'yaml', answers: honest, yaml };
  const answers = find(VALUE_FAULTS, name) ?? find(WRONG_MEMORY, name)?.();
  return answers && { input: 'json', answers, yaml: readYaml };
}

/** Returns the behaviour of the program with this name; undefined if no program over the protocol has it. */
export function behaviourOf(name: string): Behaviour | undefined {
  const transport: Readonly<Record<string, Behaviour>> = TRANSPORT;
  const understanding = understandingOf(name);
  if (understanding === undefined) return find(transport, name);
  return { ...understanding, hello: understanding.input === 'yaml' ? forYaml : atFullSpeed };
}

/** Returns the behaviour in plain mode of the program with this name; undefined if no plain program has it. */
export function plainBehaviourOf(name: string): PlainBehaviour | undefined {
  return find(PLAIN, name);
}

function forYaml({ id }: Question): string {
  return lineOf(hello(id, { inputs: ['yaml'] }));
}

function atFullSpeed({ id }: Question): string {
  return lineOf(hello(id, { window: 256 }));
}

function find<Value>(faults: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(faults, name) ? faults[name] : undefined;
}
