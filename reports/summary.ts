import type {
  CaseLine,
  FaultLine,
  FooterLine,
  HeaderLine,
  LogLevel,
  LogLine,
  LogOutcome,
} from '../spec/generated/event-log.ts';

import type { Cause } from '../conformance/judge/cause.ts';
import { CauseFinder } from '../conformance/judge/cause-finder.ts';
import { RequirementCounter, type RequirementSummary } from './requirement-summary.ts';
import { verdictOf, withheldOf, type Integrity, type Verdict, type Withheld } from './verdict.ts';

export type OutcomeCounts = Record<LogOutcome, number>;

/** The sums over the lines of an event log. A summary judges nothing: outcomes, levels and the grade are in the log. */
export interface Summary {
  /** Absent if the log was cut before its first line ended. */
  readonly header: HeaderLine | undefined;
  /** Absent from a log that was not finished. */
  readonly footer: FooterLine | undefined;
  readonly verdict: Verdict;
  /** The reason why the grade must not be shown on its own, such as on a badge; undefined if it may be. */
  readonly withheld: Withheld | undefined;
  /** What is wrong with the log; undefined if nobody looked, as after a run of this process. */
  readonly integrity: Integrity | undefined;
  readonly counts: OutcomeCounts;
  /** The counts by topic, in the order of the requirements. */
  readonly topics: ReadonlyMap<string, OutcomeCounts>;
  /** Every requirement by its id, in the order of the header. */
  readonly requirements: ReadonlyMap<string, RequirementSummary>;
  /** The number of failed cases by the level of their failure, without those that the baseline lists. */
  readonly failed: Readonly<Record<LogLevel, number>>;
  /** The causes of failures: documented ones first, then in the order of their gain. */
  readonly causes: readonly Cause<CaseLine>[];
  /** The causes of failures that the baseline lists, in the same order. */
  readonly listed: readonly Cause<CaseLine>[];
  readonly unsupported: readonly CaseLine[];
  readonly faults: readonly FaultLine[];
}

/** This many unsupported cases are kept in full. */
const KEPT = 5;

/** The parts of a passed case that a summary needs. */
export interface PassedCase {
  readonly topic: string;
  readonly requirements: readonly string[];
  /** True if its document is valid. */
  readonly isValid: boolean;
}

/** Adds up the lines of a log, one by one, in bounded memory. */
export class Summarizer {
  #header: HeaderLine | undefined;
  #footer: FooterLine | undefined;
  readonly #counts = noCounts();
  readonly #topics = new Map<string, OutcomeCounts>();
  readonly #requirements = new RequirementCounter();
  readonly #failed = { documented: 0, observed: 0 };
  readonly #topicOf = (requirement: string) => this.#header?.requirements[requirement]?.topic;
  readonly #failures = new CauseFinder<CaseLine>(this.#topicOf);
  readonly #listed = new CauseFinder<CaseLine>(this.#topicOf);
  readonly #unsupported: CaseLine[] = [];
  readonly #faults: FaultLine[] = [];

  add(line: LogLine): void {
    switch (line.event) {
      case 'header':
        this.#header = line;
        this.#requirements.begin(line.requirements);
        for (const { topic } of Object.values(line.requirements)) this.#topic(topic);
        break;
      case 'case':
        this.#addCase(line);
        break;
      case 'fault':
        this.#faults.push(line);
        break;
      case 'footer':
        this.#footer = line;
    }
  }

  /** Counts a passed case like `add` does, without its line. */
  addPass({ topic, requirements, isValid }: PassedCase): void {
    this.#counts.pass += 1;
    this.#topic(topic).pass += 1;
    this.#requirements.pass(requirements);
    this.#failures.right(requirements, isValid);
    this.#listed.right(requirements, isValid);
  }

  /** `integrity` says what is wrong with the log, if somebody looked. */
  summary(integrity?: Integrity): Summary {
    const run = { header: this.#header, footer: this.#footer, counts: this.#counts, integrity };
    const [causes, listed] = [this.#failures.causes(), this.#listed.causes()];
    return {
      ...run,
      verdict: verdictOf(run),
      withheld: withheldOf(run),
      topics: new Map(
        [...this.#topics].filter(([, counts]) => Object.values(counts).some((count) => count > 0)),
      ),
      requirements: this.#requirements.summaries({ causes, listed, footer: this.#footer }),
      failed: this.#failed,
      causes,
      listed,
      unsupported: this.#unsupported,
      faults: this.#faults,
    };
  }

  #addCase(line: CaseLine): void {
    const { outcome, topic, requirements, expected } = line;
    const isValid = 'accepted' in expected;
    if (outcome === 'pass') {
      this.addPass({ topic, requirements, isValid });
      return;
    }
    this.#counts[outcome] += 1;
    this.#topic(topic)[outcome] += 1;
    this.#requirements.other(line);
    if (outcome === 'unsupported' && this.#unsupported.length < KEPT) this.#unsupported.push(line);
    if (line.level === null) return;
    if (line.listed === undefined) this.#failed[line.level] += 1;
    const finder = line.listed === undefined ? this.#failures : this.#listed;
    finder.fail({
      symptoms: symptomsIn(line),
      requirements,
      isValid,
      size: line.input.text.length,
      sample: line,
    });
  }

  #topic(topic: string): OutcomeCounts {
    const known = this.#topics.get(topic);
    if (known !== undefined) return known;
    const counts = noCounts();
    this.#topics.set(topic, counts);
    return counts;
  }
}

export function summarize(lines: Iterable<LogLine>): Summary {
  const summarizer = new Summarizer();
  for (const line of lines) summarizer.add(line);
  return summarizer.summary();
}

export function total(counts: OutcomeCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/**
 * Returns the symptoms of a failure. A line without any, written by another program, is one symptom without a place.
 */
export function symptomsIn({
  causes = [],
  outcome,
  fault,
  level,
  broken,
  requirements,
  message = '',
}: CaseLine) {
  if (causes.length > 0 || level === null) return causes;
  return [{ kind: fault ?? outcome, path: '', level, requirements: broken ?? requirements, said: message }];
}

function noCounts(): OutcomeCounts {
  return { pass: 0, fail: 0, crash: 0, hang: 0, 'protocol-error': 0, unsupported: 0, 'not-run': 0 };
}
