import type {
  CaseLine,
  FaultLine,
  FooterLine,
  HeaderLine,
  LogLine,
  LogOutcome,
} from '../spec/generated/event-log.ts';

export type OutcomeCounts = Record<LogOutcome, number>;

/** Failures that look alike: wrong answers with the same places and requirements, other failures that say the same. */
export interface FailureGroup {
  readonly outcome: LogOutcome;
  readonly level: 'documented' | 'observed';
  /** What is broken by all of them; of a crash and the like, what all valid documents rest on that failed so. */
  readonly requirements: readonly string[];
  /** The shortest few; the others are only counted. */
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
  requirements: readonly string[];
  /** Whether it has a case that names all that it rests on. */
  isTelling: boolean;
  readonly lines: CaseLine[];
  count: number;
}

function addTo(groups: Map<string, MutableGroup>, line: CaseLine, level: 'documented' | 'observed'): void {
  const key = JSON.stringify([line.outcome, level, ...looksOf(line)]);
  const known = groups.get(key);
  if (known === undefined) {
    groups.set(key, groupOf(line, level));
    return;
  }
  known.count += 1;
  addRequirements(known, line);
  addByLength(known.lines, line);
}

function groupOf(line: CaseLine, level: 'documented' | 'observed'): MutableGroup {
  return {
    outcome: line.outcome,
    level,
    requirements: line.broken ?? line.requirements,
    isTelling: isTelling(line),
    lines: [line],
    count: 1,
  };
}

/** A wrong answer is about what it breaks. Whoever dies does so of one cause, whatever the document was about. */
function looksOf({
  outcome,
  fault,
  message = '',
  stderr = '',
  broken,
  requirements,
  differences = [],
}: CaseLine): unknown[] {
  if (outcome === 'fail')
    return [broken ?? requirements, differences.map(({ path }) => path.replaceAll(/\/\d+/g, '/*'))];
  const said = stderr.trimEnd().split('\n').at(-1) ?? '';
  return [fault, outcome === 'crash' ? message : withoutNumbers(message), withoutNumbers(said)];
}

/** Ids, line numbers and times differ from case to case. */
function withoutNumbers(text: string): string {
  return text.replaceAll(/\d+/g, '#');
}

/** What tells most says what is in common: the others name only what they are about. */
function addRequirements(group: MutableGroup, line: CaseLine): void {
  const requirements = line.broken ?? line.requirements;
  if (isTelling(line) === group.isTelling)
    group.requirements = group.requirements.filter((id) => requirements.includes(id));
  else if (!group.isTelling) {
    group.isTelling = true;
    group.requirements = requirements;
  }
}

/** Of a generated case that is valid, all is known that it rests on. */
function isTelling({ expected, requirements }: CaseLine): boolean {
  return 'accepted' in expected && requirements.length > 1;
}

function addByLength(lines: CaseLine[], line: CaseLine): void {
  const at = lines.findIndex(({ input }) => input.text.length > line.input.text.length);
  lines.splice(at < 0 ? lines.length : at, 0, line);
  if (lines.length > KEPT) lines.pop();
}

/** Documented failures first, then the larger groups. */
function byWeight(groups: ReadonlyMap<string, MutableGroup>): FailureGroup[] {
  return [...groups.values()]
    .sort((one, other) => rank(one) - rank(other) || other.count - one.count)
    .map(({ outcome, level, requirements, lines, count }) => ({
      outcome,
      level,
      requirements,
      lines,
      count,
    }));
}

function rank({ level }: MutableGroup): number {
  return level === 'documented' ? 0 : 1;
}

function noCounts(): OutcomeCounts {
  return { pass: 0, fail: 0, crash: 0, hang: 0, 'protocol-error': 0, unsupported: 0, 'not-run': 0 };
}
