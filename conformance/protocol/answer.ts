import { fault, quote, type Fault } from './fault.ts';
import { checkShape } from './message-shape.ts';
import { isMapping } from './parsed-json.ts';
import type { Answer } from './protocol.ts';

/**
 * Reads the result of a `normalize` request. `answers` is present if accepted documents need no more than a verdict;
 * values that are given nevertheless are not judged.
 */
export function readAnswer(result: unknown, json: string, answers: 'verdicts' | undefined): Answer | Fault {
  const shape = shapeOf(result);
  switch (shape) {
    case 'accepted': {
      const isVerdict = answers === 'verdicts' && isMapping(result) && result['accepted'] === true;
      const checked = checkShape(isVerdict ? 'AcceptedVerdict' : 'AcceptedResult', result);
      if (checked.kind === 'wrong') return wrongShape(checked, json);
      return { kind: 'accepted', value: checked.value.accepted, json };
    }
    case 'rejected': {
      const checked = checkShape('RejectedResult', result);
      if (checked.kind === 'wrong') return wrongShape(checked, json);
      return { kind: 'rejected', violations: checked.value.rejected, json };
    }
    case 'unsupported': {
      const checked = checkShape('UnsupportedResult', result);
      if (checked.kind === 'wrong') return wrongShape(checked, json);
      return { kind: 'unsupported', reason: checked.value.unsupported, json };
    }
    case 'none': {
      const message = 'must be one of {"accepted":{…}}, {"rejected":[…]} and {"unsupported":"…"}';
      return wrongShape({ pointer: '', message }, json);
    }
  }
}

function shapeOf(result: unknown): 'accepted' | 'rejected' | 'unsupported' | 'none' {
  if (!isMapping(result)) return 'none';
  if ('accepted' in result) return 'accepted';
  if ('rejected' in result) return 'rejected';
  return 'unsupported' in result ? 'unsupported' : 'none';
}

function wrongShape(wrong: { readonly pointer: string; readonly message: string }, json: string): Fault {
  const pointer = `/result${wrong.pointer}`;
  return fault('wrong-shape', `${pointer} ${wrong.message}: ${quote(json)}`, json, pointer);
}
