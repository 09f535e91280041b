import { documentJson } from '../../reference/document/document-json.ts';
import { readJson } from '../../reference/json/json.ts';
import { fault, quote, type Fault } from './fault.ts';
import { checkShape } from './message-shape.ts';
import { isMapping, isMessageId, writeJson } from './parsed-json.ts';
import { repeatedKey } from './repeated-key.ts';

/** A message that was read from an implementation. A fault has the id of its message if the id is readable. */
export type Message =
  /** `json` is the text of the result, exactly as written, and `repeats` a key that an object of it has twice. */
  | {
      readonly kind: 'result';
      readonly id: number;
      readonly result: unknown;
      readonly json: string;
      readonly repeats: string | undefined;
    }
  | {
      readonly kind: 'fault';
      readonly id: number | undefined;
      readonly fault: Fault;
      /** True if the line begins with something else, which may belong to the answer before it. */
      readonly isSpoilt?: boolean;
    };

/** Reads a JSON value as an answer, with its keys in any order. If its shape is wrong, the fault says where. */
export function readEnvelope(value: object, text: string): Message {
  if (!isMapping(value))
    return misshapen(text, undefined, '', 'a message is an object; the protocol has no batches');
  const { jsonrpc, id, result, error, ...others } = value;
  const wrong = misshapen.bind(undefined, text, id);
  if (jsonrpc !== '2.0') return wrong('/jsonrpc', 'must be "2.0"');
  if ('method' in others) return wrong('/method', 'has no place here: an implementation only answers');
  const [other] = Object.keys(others);
  if (other !== undefined) return wrong(`/${other}`, 'is not part of the protocol');
  if (error !== undefined && result !== undefined) return wrong('/error', 'has no place beside a result');
  if (error !== undefined) return readError(value, text, id);
  if (!isMessageId(id)) return wrong('/id', 'must be the id of the request, a number');
  if (!('result' in value)) return wrong('', 'an answer has a result or an error');
  const json = exactResult(text) ?? writeJson(result);
  return { kind: 'result', id, result, json, repeats: repeatedKey(text) };
}

/** Returns the result exactly as written, because JSON.parse turns `1.0` into `1`. */
function exactResult(text: string): string | undefined {
  const reading = readJson(text);
  if (reading.kind === 'refused' || !isMapping(reading.document)) return undefined;
  return documentJson(reading.document['result']);
}

function readError(value: object, text: string, id: unknown): Message {
  const checked = checkShape('ErrorAnswer', value);
  if (checked.kind === 'wrong') return misshapen(text, id, checked.pointer, checked.message);
  const { error } = checked.value;
  const what = fault('rpc-error', `answered with the error ${error.code}: ${quote(error.message)}`, text);
  return { kind: 'fault', id: checked.value.id ?? undefined, fault: what };
}

function misshapen(text: string, id: unknown, pointer: string, what: string): Message {
  const message = `${pointer} ${what}: ${quote(text)}`.trimStart();
  return {
    kind: 'fault',
    id: isMessageId(id) ? id : undefined,
    fault: fault('wrong-shape', message, text, pointer),
  };
}
