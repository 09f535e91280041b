import type { Input } from '../../case/case.ts';
import { normalizeRequest } from '../../protocol/protocol.ts';
import type { Implementation } from '../../runner/implementation.ts';
import { inProcess } from '../../runner/in-process.ts';
import type { Answer } from '../programs/answer.ts';
import { understandingOf, type Understanding } from '../programs/faults.ts';
import { answerTo, documentIn, resultOf } from '../programs/message.ts';
import { remember } from '../programs/right-answers.ts';

/**
 * Returns the program with this name as a function in this process; undefined if it is wrong about more than values.
 */
export function inProcessProgram(name: string): Implementation | undefined {
  const understanding = understandingOf(name);
  if (understanding === undefined) return undefined;
  return inProcess({ name: 'faulty', inputs: [understanding.input], start: () => answering(name) });
}

function answering(name: string): (input: Input) => unknown {
  const { answers, yaml } = understood(name);
  return (input) => {
    if (input.kind === 'yaml') return resultOf(answerTo(yaml(input.text), answers));
    const answer = answers(documentOf(input));
    return texts.get(answer) ?? resultOf(answer);
  };
}

function understood(name: string): Understanding {
  const understanding = understandingOf(name);
  if (understanding === undefined) throw new Error(`no fault ${name}`);
  return understanding;
}

/** The documents of JSON texts. The programs of the table are asked the same ones, so each is read once. */
const documents = new WeakMap<Input, unknown>();
/** The texts of the right answers to those documents. */
const texts = new WeakMap<Answer, string>();

/** Reads a document from the line that the protocol has for it, as the program does. */
function documentOf(input: Input): unknown {
  if (documents.has(input)) return documents.get(input);
  const document = documentIn(normalizeRequest(1, input));
  documents.set(input, document);
  if (typeof document === 'object' && document !== null) {
    const answer = remember(document);
    texts.set(answer, JSON.stringify(resultOf(answer)));
  }
  return document;
}
