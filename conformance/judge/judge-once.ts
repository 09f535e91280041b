import type { TestCase } from '../case/case.ts';
import type { Answer } from '../protocol/protocol.ts';
import { judge, type Judgement } from './judge.ts';

interface Judged {
  readonly json: string;
  readonly judgement: Judgement;
}

/** The last failing answer to each case. A failing case is asked again, and the lines of its log are judged again. */
const failed = new WeakMap<TestCase, Judged>();

/** Judges an answer as `judge` does, but judges equal bytes that fail the same case only once. */
export function judgeOnce(test: TestCase, answer: Answer): Judgement {
  if (answer.kind === 'same') return judge(test, answer);
  const known = failed.get(test);
  if (known?.json === answer.json) return known.judgement;
  const judgement = judge(test, answer);
  if (judgement.kind === 'fail') failed.set(test, { json: answer.json, judgement });
  return judgement;
}
