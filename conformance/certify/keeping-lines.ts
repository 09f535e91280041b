import { Summarizer, type PassedCase } from '../../reports/summary.ts';
import type { LogLine } from '../../spec/generated/event-log.ts';
import type { TestCase } from '../case/case.ts';
import { topicOf } from '../case/topic.ts';
import type { LogFile } from '../log/event-log.ts';
import type { CertifyOptions } from './certify-options.ts';

/** Returns a listener that adds the lines of a run to the log and to the summary. */
export function keepingLines(
  summarizer: Summarizer,
  log: LogFile | undefined,
): NonNullable<CertifyOptions['onLine']> {
  return (text, result) => {
    log?.append(text);
    if (result?.outcome.kind === 'pass') summarizer.addPass(passedCase(result.test));
    // The lines were just written by this program. Passed cases skip this, because reading their lines would cost more
    // than asking.
    else summarizer.add(JSON.parse(text) as LogLine);
  };
}

function passedCase(test: TestCase): PassedCase {
  const { requirements, expected } = test;
  return { topic: topicOf(test), requirements, isValid: expected.kind === 'accepted' };
}
