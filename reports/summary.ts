import type {
  CaseLine,
  FaultLine,
  FooterLine,
  HeaderLine,
  LogLine,
  LogOutcome,
} from '../spec/generated/event-log.ts';

export type OutcomeCounts = Record<LogOutcome, number>;

/** Failures that look alike: the same outcome, level, places and requirements. */
export interface FailureGroup {
  readonly outcome: LogOutcome;
  readonly level: 'documented' | 'observed';
  /** The first few; the others are only counted. */
  readonly lines: readonly CaseLine[];
  readonly count: number;
}

/** What the lines of an event log add up to. Nothing is judged here: outcomes, levels and the grade are in the log. */
export interface Summary {
  /** Absent from a log that was cut before it began. */
  readonly header: HeaderLine | undefined;
  /** Absent from a log that was not finished. */
  readonly footer: FooterLine | undefined;
  readonly counts: OutcomeCounts;
  /** In the order of the requirements. */
  readonly topics: ReadonlyMap<string, OutcomeCounts>;
  readonly failures: readonly FailureGroup[];
  /** Failures that the baseline lists. */
  readonly listed: readonly FailureGroup[];
  readonly unsupported: readonly CaseLine[];
  readonly faults: readonly FaultLine[];
}

/** How many cases a group keeps in full. */
const KEPT = 5;

/** Adds up the lines of a log, one by one, in bounded memory. */
export class Summarizer {
  #header: HeaderLine | undefined;
  #footer: FooterLine | undefined;
  readonly #counts = noCounts();
  readonly #topics = new Map<string, OutcomeCounts>();
  readonly #failures = new Map<string, MutableGroup>();
  readonly #listed = new Map<string, MutableGroup>();
  readonly #unsupported: CaseLine[] = [];
  readonly #faults: FaultLine[] = [];

  add(line: LogLine): void {
    switch (line.event) {
      case 'header':
        this.#header = line;
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

  /** As `add` of the line of a case that passed, of which nothing else is kept. */
  addPass(topic: string): void {
    this.#counts.pass += 1;
    this.#topic(topic).pass += 1;
  }

  summary(): Summary {
    return {
      header: this.#header,
      footer: this.#footer,
      counts: this.#counts,
      topics: new Map(
        [...this.#topics].filter(([, counts]) => Object.values(counts).some((count) => count > 0)),
      ),
      failures: byWeight(this.#failures),
      listed: byWeight(this.#listed),
      unsupported: this.#unsupported,
      faults: this.#faults,
    };
  }

  #addCase(line: CaseLine): void {
    this.#counts[line.outcome] += 1;
    this.#topic(line.topic)[line.outcome] += 1;
    if (line.outcome === 'unsupported' && this.#unsupported.length < KEPT) this.#unsupported.push(line);
    if (line.level === null) return;
    addTo(line.listed === undefined ? this.#failures : this.#listed, line, line.level);
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

interface MutableGroup {
  readonly outcome: LogOutcome;
  readonly level: 'documented' | 'observed';
  readonly lines: CaseLine[];
  count: number;
}

function addTo(groups: Map<string, MutableGroup>, line: CaseLine, level: 'documented' | 'observed'): void {
  const { outcome, fault, broken = line.requirements, differences = [] } = line;
  const places = differences.map(({ path }) => path.replaceAll(/\/\d+/g, '/*'));
  const key = JSON.stringify([outcome, level, fault, broken, places]);
  const group = groups.get(key) ?? { outcome, level, lines: [], count: 0 };
  groups.set(key, group);
  group.count += 1;
  if (group.lines.length < KEPT) group.lines.push(line);
}

/** Documented failures first, then the larger groups. */
function byWeight(groups: ReadonlyMap<string, FailureGroup>): FailureGroup[] {
  return [...groups.values()].sort((one, other) => rank(one) - rank(other) || other.count - one.count);
}

function rank({ level }: FailureGroup): number {
  return level === 'documented' ? 0 : 1;
}

function noCounts(): OutcomeCounts {
  return { pass: 0, fail: 0, crash: 0, hang: 0, 'protocol-error': 0, unsupported: 0, 'not-run': 0 };
}
