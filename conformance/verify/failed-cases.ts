import type { CaseLine, HeaderLine } from '../../spec/generated/event-log.ts';
import { SUITE_SEED } from '../case/suite-cases.ts';
import { SUITE } from '../certify/certify.ts';
import type { Edition } from '../edition.ts';
import { readLogLine } from '../log/event-log.ts';
import type { LogText } from './log-text.ts';

export type FailedCases =
  | {
      readonly kind: 'failed';
      /** The names of the cases that failed, each once, in the order of the log. */
      readonly cases: readonly string[];
      /** The number of generated cases of the run. */
      readonly generated: number;
    }
  /** `reason` is a sentence about the log. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Matches the lines of failures. What they say is looked at when they are read. */
const MAY_FAIL = /"outcome":"(?:fail|crash|hang|protocol-error)"/;

/**
 * Returns the cases that failed in the run of a log, as the log says it. The log only chooses the cases of the next
 * run, which makes them anew and judges them, so nothing in it has to be believed or verified.
 */
export function failedCases(log: LogText, edition: Edition): FailedCases {
  let header: HeaderLine | undefined;
  const cases = new Set<string>();
  for (const { text } of log.rows()) {
    if (header !== undefined && !MAY_FAIL.test(text)) continue;
    const line = readLogLine(text);
    if (line?.event === 'header') header ??= line;
    else if (line?.event === 'case' && isFailed(line)) cases.add(line.case);
    else if (header === undefined) return refused('it is no event log: it has no header');
  }
  if (header === undefined) return refused('it is no event log: it is empty');
  const why = whyOther(header, edition);
  if (why !== undefined) return refused(why);
  return { kind: 'failed', cases: [...cases], generated: header.corpus.generated ?? 0 };
}

function isFailed({ outcome }: CaseLine): boolean {
  return outcome === 'fail' || outcome === 'crash' || outcome === 'hang' || outcome === 'protocol-error';
}

/** Returns why the cases of a run are not those of this suite and edition; undefined if they are. */
function whyOther({ spec, suite, seed, corpus }: HeaderLine, edition: Edition): string | undefined {
  if (spec !== edition.id) return `it is the log of a run of ${spec}, and not of ${edition.id}`;
  if (corpus.generated === null) return 'it is the log of a replay of finds, which replay asks again';
  if (suite.name !== SUITE.name || suite.version !== SUITE.version)
    return `it is a log of ${suite.name} ${suite.version}, whose corpus is another one than that of ${SUITE.version}`;
  if (seed !== null && seed !== String(SUITE_SEED))
    return `its cases are of the seed ${seed}, and those of this suite of ${SUITE_SEED}`;
  return undefined;
}

function refused(reason: string): FailedCases {
  return { kind: 'refused', reason };
}
