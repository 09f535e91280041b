import type { CaseLine, LogLevel, LogLine, LogOutcome } from '../../spec/generated/event-log.ts';
import { causeId, nameOfSymptom, type Cause } from '../../conformance/judge/cause.ts';
import { CauseFinder } from '../../conformance/judge/cause-finder.ts';
import type { LoggedSymptom } from '../../conformance/judge/suspect.ts';
import { symptomsIn, type Summary } from '../summary.ts';
import { Column, type CaseTable } from './case-table.ts';

/** The part of a case that the title of its cause needs. */
export type CaseEnd = Pick<CaseLine, 'outcome'>;

/** The way in which a case ended, and why. Cases that ended alike share one fate. */
export interface Fate {
  readonly outcome: LogOutcome;
  /** The level of the failure; null if the case did not fail. */
  readonly level: LogLevel | null;
  /** The ids of everything that is wrong, as far as the case alone tells. Two runs give equal failures equal ids. */
  readonly symptoms: readonly string[];
  /** The reasons that all cases of the run together show. */
  readonly causes: readonly Cause<CaseEnd>[];
}

/** What one run shows about each of its cases. */
export interface Results {
  /** The name of the log. */
  readonly name: string;
  readonly summary: Summary;
  /** Returns how the case in a row of the table ended; undefined if the run did not ask it. */
  readonly fateOf: (row: number) => Fate | undefined;
}

/** Most cases pass, and all of them share this fate. */
const PASSED: Fate = { outcome: 'pass', level: null, symptoms: [], causes: [] };

/** A fate while the causes are still unknown. `keys` are those under which the finder has them. */
type OpenFate = Omit<Fate, 'causes'> & { readonly keys: readonly string[] };

/** Collects what a run shows about its cases, line by line. Passed cases take a number each, and no object. */
export class ResultsCollector {
  readonly #table: CaseTable;
  /** By row: 0 for a case that was not asked, 1 for a passed one, and 2 more than its place in the list for others. */
  readonly #numbers = new Column();
  readonly #open: OpenFate[] = [];
  readonly #numberOf = new Map<string, number>();
  #topics: Readonly<Record<string, { readonly topic: string }>> = {};
  readonly #finder = new CauseFinder<CaseEnd>((requirement) => this.#topics[requirement]?.topic);

  /** Runs that are compared share one table. */
  constructor(table: CaseTable) {
    this.#table = table;
  }

  add(line: LogLine): void {
    if (line.event === 'header') this.#topics = line.requirements;
    if (line.event === 'case' && line.outcome !== 'not-run') this.#addCase(line);
  }

  /** Returns all results so far. `name` is that of the log. */
  results(name: string, summary: Summary): Results {
    const causes = this.#finder.causesByKey();
    const fates = this.#open.map(({ keys, ...fate }): Fate => {
      const found = new Set(keys.map((key) => causes.get(key)).filter((cause) => cause !== undefined));
      return { ...fate, causes: [...found] };
    });
    const numbered = [undefined, PASSED, ...fates];
    return { name, summary, fateOf: (row) => numbered[this.#numbers.at(row)] };
  }

  #addCase(line: CaseLine): void {
    const row = this.#table.rowOf(line.case, line.input.text.length);
    if (line.outcome === 'pass') {
      this.#finder.right(line.requirements, 'accepted' in line.expected);
      // Cases with the same document have the same id. One that failed counts.
      if (this.#numbers.at(row) === 0) this.#numbers.set(row, 1);
      return;
    }
    this.#numbers.set(row, this.#intern(this.#openFateOf(line)));
  }

  #openFateOf(line: CaseLine): OpenFate {
    const { outcome, level, requirements, expected, input } = line;
    if (level === null) return { outcome, level, symptoms: [], keys: [] };
    const symptoms = symptomsIn(line);
    const keys = this.#finder.fail({
      symptoms,
      requirements,
      isValid: 'accepted' in expected,
      size: input.text.length,
      sample: { outcome },
    });
    return { outcome, level, symptoms: symptoms.map(symptomId).sort(), keys };
  }

  #intern(fate: OpenFate): number {
    const key = JSON.stringify(fate);
    const known = this.#numberOf.get(key);
    if (known !== undefined) return known;
    this.#open.push(fate);
    const number = this.#open.length + 1;
    this.#numberOf.set(key, number);
    return number;
  }
}

/** Returns the id of a symptom. A line that names no causes gets one from the same parts. */
function symptomId(symptom: LoggedSymptom): string {
  return causeId(nameOfSymptom(symptom));
}
