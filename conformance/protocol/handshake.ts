import type { InputKind, Introduction as Shape } from '../../spec/generated/protocol.ts';
import { unknownFields } from '../declared/declared-fields.ts';
import { cut } from './cut.ts';
import { quote } from './fault.ts';
import { checkShape } from './message-shape.ts';
import { readMessages } from './message.ts';
import { writeJson } from './parsed-json.ts';
import { PROTOCOL_VERSION } from './protocol.ts';

/** A longer name or version is cut to this many characters. */
const NAME = 200;
const DIAGNOSIS = 1000;

/** The description that an implementation gives of itself. */
export interface Introduction {
  readonly name: string;
  readonly version: string | null;
  readonly language: string | null;
  readonly inputs: readonly InputKind[];
  /** The greatest number of requests that may be in flight. */
  readonly window: number;
  /** The ids of the editions that it answers for; absent if it names none. */
  readonly editions?: readonly string[];
  /** The fields that it declares; absent if all are meant. */
  readonly fields?: readonly string[];
  /** Present if it answers with verdicts alone. */
  readonly answers?: 'verdicts';
}

export type Greeting =
  | { readonly kind: 'introduced'; readonly introduction: Introduction }
  /** `editions` are those that it answers for, if it does not answer for the one that was asked for. */
  | { readonly kind: 'refused'; readonly diagnosis: string; readonly editions?: readonly string[] };

/**
 * Reads the answer to `initialize`, the first line that an implementation writes. `known` are the names of the fields
 * that it can declare, and `spec` is the id of the edition that it is asked for.
 */
export function readIntroduction(bytes: string, known: readonly string[], spec: string): Greeting {
  const [message] = readMessages(bytes);
  if (message === undefined) return refused('the answer to initialize is empty');
  if (message.kind === 'fault') return refused(`the answer to initialize is wrong: ${message.fault.message}`);
  if (message.id !== 0) return refused(`the first line answers id ${message.id}, and initialize has id 0`);
  const version = protocolOf(message.result);
  if (version !== undefined && version !== PROTOCOL_VERSION) {
    return refused(
      `it speaks protocol ${quote(writeJson(version))}, and this suite protocol ${PROTOCOL_VERSION}`,
    );
  }
  const checked = checkShape('Introduction', message.result);
  if (checked.kind === 'wrong') {
    return refused(
      `the answer to initialize is wrong: /result${checked.pointer} ${checked.message}: ${quote(message.json)}`,
    );
  }
  const { implementation, inputs, window, fields, answers } = checked.value;
  const editions = editionsOf(checked.value);
  if (editions?.includes(spec) === false) return otherEdition(spec, editions);
  const unknown = fields && unknownFields(known, fields);
  if (unknown !== undefined) return refused(`the answer to initialize is wrong: it declares ${unknown}`);
  const introduction = {
    name: cut(implementation.name, NAME),
    version: cutOrNull(implementation.version),
    language: cutOrNull(implementation.language),
    inputs: [...new Set(inputs)],
    window: window ?? 1,
    ...(editions === undefined ? {} : { editions }),
    ...(fields === undefined ? {} : { fields: [...new Set(fields)] }),
    ...(answers === 'verdicts' ? { answers } : {}),
  };
  return { kind: 'introduced', introduction };
}

function refused(diagnosis: string): Greeting & { readonly kind: 'refused' } {
  return { kind: 'refused', diagnosis: cut(diagnosis, DIAGNOSIS) };
}

/** Returns the editions that it names, each once. */
function editionsOf({ spec, specs }: Pick<Shape, 'spec' | 'specs'>): readonly string[] | undefined {
  const named = [...(spec === undefined ? [] : [spec]), ...(specs ?? [])].map((each) => cut(each, NAME));
  return named.length === 0 ? undefined : [...new Set(named)];
}

function otherEdition(spec: string, editions: readonly string[]): Greeting {
  const diagnosis = `it answers for ${editions.map(quote).join(', ')}, and is asked for ${spec}: --edition chooses`;
  return { ...refused(diagnosis), editions };
}

function cutOrNull(text: string | undefined): string | null {
  return text === undefined ? null : cut(text, NAME);
}

function protocolOf(result: unknown): unknown {
  return typeof result === 'object' && result !== null && 'protocol' in result ? result.protocol : undefined;
}
