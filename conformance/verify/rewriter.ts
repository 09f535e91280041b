import { total } from '../../reports/summary.ts';
import type { CaseLine, FaultLine, FooterLine, HeaderLine, LogLine } from '../../spec/generated/event-log.ts';
import type { KnownFailures } from '../baseline/known-failures.ts';
import type { CertifySettings } from '../certify/certify-options.ts';
import { KEPT_FAULTS, Recorder } from '../certify/recorder.ts';
import type { RunSums } from '../certify/run-sums.ts';
import { isListable } from '../judge/outcome.ts';
import { readLogLine } from '../log/event-log.ts';
import { isFaultKind } from '../protocol/fault.ts';
import { AskedCases } from './asked-cases.ts';
import { differenceOfLines } from './compare-lines.ts';
import type { FirstReading } from './first-reading.ts';
import type { Flaws } from './flaws.ts';
import { resultAgain } from './judge-again.ts';
import type { LogRow } from './log-text.ts';
import { RowSet } from './row-set.ts';
import type { RunOfHeader } from './run-of-header.ts';

/** Receives lines of a log, one by one. */
export interface LineSink {
  readonly add: (line: LogLine) => void;
}

/** Writes the log of a run a second time, line by line beside the first one, and notes where the two differ. */
export class Rewriter {
  /** The number of cases that were run. */
  asked = 0;
  /** The lines of cases that are, byte for byte, those that the recorder wrote. */
  readonly sound = new RowSet();
  /** The end of the second log; undefined while the first one has not ended. */
  footer: FooterLine | undefined;
  #sums: RunSums | undefined;
  /** The number of lines that are events. */
  events = 0;
  readonly #run: RunOfHeader;
  readonly #flaws: Flaws;
  readonly #sink: LineSink;
  readonly #interruption = new AbortController();
  readonly #recorder: Recorder;
  #asked: AskedCases | undefined;
  readonly #rows: number;
  /** The line that the recorder wrote last. */
  #written = '';
  /** The mark of the baseline on the line that is read. */
  #listed: CaseLine['listed'];
  #faults = 0;
  #cases = 0;
  /** The number of cases that the end of the first log speaks of. */
  #told: number | undefined;
  /** The number of the first event after the end. */
  #after: number | undefined;
  #state: 'new' | 'begun' | 'ended' = 'new';

  /** `first` is the first log, as far as it is known already. `sink` gets the lines of the second log. */
  constructor(
    run: RunOfHeader,
    { footer, rows }: Pick<FirstReading, 'footer' | 'rows'>,
    sink: LineSink,
    flaws: Flaws,
  ) {
    this.#run = run;
    this.#rows = rows;
    this.#sink = sink;
    this.#flaws = flaws;
    this.#recorder = new Recorder(this.#settings(), this.#known(footer));
  }

  read(row: LogRow): void {
    const line = readLogLine(row.text);
    if (row.flaw !== undefined) this.#flaws.add(`line ${row.number} ${row.flaw}`);
    if (line === undefined) {
      this.#flaws.add(`line ${row.number} is no event`);
      return;
    }
    this.events += 1;
    if (line.event === 'case') this.#cases += 1;
    if (this.#state === 'ended') this.#after ??= row.number;
    else if (line.event === 'header') this.#header(line, row);
    else if (this.#state === 'new') this.#flaws.add(`line ${row.number} comes before the header`);
    else if (line.event === 'case') this.#case(line, row);
    else if (line.event === 'fault') this.#fault(line, row);
    else this.#finish(line, row);
  }

  /** Ends the reading, at the end of the file. */
  end(): void {
    if (this.#told === undefined) {
      this.#flaws.addFirst('it has no end: the run was killed, or the log was cut');
    } else if (this.#told !== this.#cases)
      this.#flaws.addFirst(`it holds ${this.#cases} cases, and its end speaks of ${this.#told}`);
    if (this.#after !== undefined)
      this.#flaws.addFirst(`the run ends before line ${this.#after}: what follows is no part of it`);
  }

  #header(line: HeaderLine, row: LogRow): void {
    if (this.#state !== 'new') {
      this.#flaws.add(`line ${row.number} is the header of another run`);
      return;
    }
    this.#state = 'begun';
    this.#recorder.begin(this.#run.header, this.#run.introduction);
    const { jobs } = line.limits;
    this.#asked = new AskedCases(this.#recorder.cases, { jobs, rows: this.#rows });
    this.#compare(row, 'the header');
    this.#sink.add(line);
  }

  #case(line: CaseLine, row: LogRow): void {
    const where = `line ${row.number}: the case ${line.case}`;
    const test = this.#asked?.take(line.case, line.requirements);
    if (test === undefined) {
      this.#flaws.add(`${where} is none that this run asks here, or it comes a second time`);
      return;
    }
    const result = resultAgain(test, line, row.text);
    if (typeof result === 'string') {
      this.#flaws.add(`${where} ${result}`);
      return;
    }
    this.#listed = line.listed;
    this.#recorder.result(result);
    if (result.outcome.kind !== 'not-run') this.asked += 1;
    const isSame = this.#compare(row, `the case ${line.case}`);
    if (isSame) this.sound.add(row.number);
    const written = isSame ? line : readLogLine(this.#written);
    if (written !== undefined) this.#sink.add(written);
  }

  #fault(line: FaultLine, row: LogRow): void {
    const { fault: kind, message, cases, stderr } = line;
    if (!(kind === 'crash' || kind === 'hang' || isFaultKind(kind))) {
      this.#flaws.add(`line ${row.number} names a fault that does not exist, ${JSON.stringify(kind)}`);
      return;
    }
    this.#faults += 1;
    this.#written = '';
    this.#recorder.fault({ kind, message, cases, ...(stderr === undefined ? {} : { stderr }) });
    this.#compare(row, 'the fault');
    this.#sink.add(line);
  }

  #finish(line: FooterLine, row: LogRow): void {
    this.#state = 'ended';
    this.#told = total(line.counts);
    if (line.interrupted) this.#interruption.abort();
    // Faults beyond the first few are only counted.
    if (this.#faults === KEPT_FAULTS) this.#recorder.faultsBeyond(Math.max(0, line.faults - KEPT_FAULTS));
    for (const note of line.notes) this.#recorder.note(note);
    const { introduction } = this.#run;
    const end = {
      restarts: line.restarts,
      ...(introduction === undefined ? {} : { introduction }),
      ...(line.diagnosis === null ? {} : { stopped: line.diagnosis }),
    };
    this.footer = this.#recorder.finish(end, line.finished);
    this.#sums = this.#recorder.sums(end);
    this.#compare(row, 'the end');
    this.#sink.add(this.footer);
  }

  /** Returns what the second log adds up to. A first log without an end is one of a run that was stopped. */
  sums(): RunSums {
    return this.#sums ?? this.#recorder.sums({ restarts: 0, stopped: 'it has no end' });
  }

  /** Compares a line with the one that the recorder wrote. Returns whether they are equal. */
  #compare({ number, text }: LogRow, what: string): boolean {
    const difference = differenceOfLines(text, this.#written);
    if (difference !== undefined) this.#flaws.add(`line ${number}: ${what} ${difference}`);
    return difference === undefined;
  }

  #settings(): CertifySettings {
    const { edition, cases, finds, filter, shard, requirements, header } = this.#run;
    return {
      edition,
      cases,
      finds,
      filter,
      ...(shard === undefined ? {} : { shard }),
      require: header.require,
      signal: this.#interruption.signal,
      ...(requirements === undefined ? {} : { requirements }),
      onLine: (text, result) => {
        this.#written = text;
        // At the end the recorder adds the cases that have no line.
        if (this.#state === 'ended' && result !== undefined)
          this.#flaws.add(`the case ${result.test.id} has no line`);
      },
    };
  }

  /** The baseline itself is not in the log, so its marks are taken as written. */
  #known(footer: FooterLine | undefined): KnownFailures | undefined {
    if (footer?.baseline === null) return undefined;
    const { file = '', stale = [], unused = stale, neverFailed = [] } = footer?.baseline ?? {};
    return {
      file,
      made: () => undefined,
      settled: () => undefined,
      match: ({ outcome }) => (isListable(outcome) ? this.#listed : undefined),
      stale: () => unused,
      neverFailed: () => neverFailed,
    };
  }
}
