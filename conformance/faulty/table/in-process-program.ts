import type { Input } from '../../case/case.ts';
import { normalizeRequest } from '../../protocol/protocol.ts';
import type { Implementation } from '../../runner/implementation.ts';
import { inProcess } from '../../runner/in-process.ts';
import { understandingOf, type Understanding } from '../programs/faults.ts';
import { readQuestion } from '../programs/message.ts';

/** The program of that name as a function in this process; undefined where it is wrong about more than values. */
export function inProcessProgram(name: string): Implementation | undefined {
  const understanding = understandingOf(name);
  if (understanding === undefined) return undefined;
  return inProcess({ name: 'faulty', inputs: [understanding.input], start: () => answering(name) });
}

/** Reads each question from the line that the protocol has for it, as the program does. */
function answering(name: string): (input: Input) => unknown {
  const { answers, yaml } = understood(name);
  let count = 0;
  return (input) => {
    const { right } = readQuestion(normalizeRequest(count + 1, input), answers, yaml, count);
    count += 1;
    return right['result'];
  };
}

function understood(name: string): Understanding {
  const understanding = understandingOf(name);
  if (understanding === undefined) throw new Error(`no fault ${name}`);
  return understanding;
}
