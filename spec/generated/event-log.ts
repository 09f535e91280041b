// provisional

/**
 * One line of the append-only event log (NDJSON): a header, then case and fault lines as they happen, then a footer. A log without a footer is unfinished.
 */
export type LogLine = HeaderLine | CaseLine | FaultLine | FooterLine;
export type LogInputKind = "json" | "yaml";
export type LogLevel = "documented" | "observed";
export type LogOutcome = "pass" | "fail" | "crash" | "hang" | "protocol-error" | "unsupported" | "not-run";
export type LogGrade = "drop-in" | "conformant" | "non-conformant" | "incomplete";

export interface HeaderLine {
  event: "header";
  /**
   * The version of the log's format.
   */
  format: 1;
  /**
   * Unique per run; also the marker in the environment of every process of it.
   */
  run: string;
  /**
   * RFC 3339.
   */
  started: string;
  suite: LogSuite;
  spec: string;
  /**
   * Of the generated cases; null where there are none.
   */
  seed: string | null;
  corpus: LogCorpus;
  mode: "protocol" | "plain";
  command: string[];
  inputs: LogInputKind[];
  /**
   * null where it never introduced itself.
   */
  implementation: null | LogImplementation;
  platform: LogPlatform;
  limits: LogLimits;
  /**
   * Why not all cases were asked for; null for a full run.
   */
  filter: string | null;
  /**
   * Every requirement that the suite knows, so that a report needs nothing but the log.
   */
  requirements: {
    [k: string]: LogRequirement;
  };
}
export interface LogSuite {
  name: string;
  version: string;
}
export interface LogCorpus {
  cases: number;
  /**
   * sha256 over all inputs and expectations.
   */
  digest: string;
}
export interface LogImplementation {
  name: string;
  version: string | null;
  language: string | null;
}
export interface LogPlatform {
  os: string;
  arch: string;
  runtime: string;
}
export interface LogLimits {
  jobs: number;
  timeoutMs: number;
  startupTimeoutMs: number;
  maxRestarts: number;
}
export interface LogRequirement {
  topic: string;
  level: LogLevel;
  sentence: string;
}
export interface CaseLine {
  event: "case";
  case: string;
  topic: string;
  input: LogInput;
  expected: LogExpectedAccepted | LogExpectedRejected;
  /**
   * The result as it came, `text` for anything that is no result, null for nothing.
   */
  received: null | LogReceived;
  outcome: LogOutcome;
  /**
   * Of the failure; null where there is none.
   */
  level: null | LogLevel;
  /**
   * What the case exercises.
   */
  requirements: string[];
  /**
   * From sending to answering; in a pipeline this includes waiting.
   */
  durationMs: number;
  /**
   * The requirements that the failure breaks.
   */
  broken?: string[];
  differences?: LogDifference[];
  /**
   * Of a protocol error: which rule of the protocol it broke.
   */
  fault?: string;
  message?: string;
  exit?: LogExit;
  /**
   * The end of what it wrote on standard error, bounded.
   */
  stderr?: string;
  /**
   * The second run on its own gave another outcome.
   */
  nondeterministic?: true;
  /**
   * Whether an accepted answer was the normal form itself.
   */
  canonical?: boolean;
  /**
   * Whether a rejection named a violated place.
   */
  path?: "hit" | "miss" | "none";
  listed?: LogListed;
}
/**
 * The literal input.
 */
export interface LogInput {
  kind: LogInputKind;
  text: string;
}
export interface LogExpectedAccepted {
  /**
   * The normal form.
   */
  accepted: {
    [k: string]: unknown;
  };
}
export interface LogExpectedRejected {
  rejected: LogViolation[];
}
export interface LogViolation {
  requirement: string;
  path: string;
}
/**
 * One of accepted, rejected, unsupported and text.
 */
export interface LogReceived {
  accepted?: unknown;
  rejected?: unknown;
  unsupported?: unknown;
  text?: string;
}
export interface LogDifference {
  /**
   * A JSON Pointer into the normal form.
   */
  path: string;
  /**
   * JSON text; null for nothing.
   */
  expected: string | null;
  /**
   * JSON text; null for nothing.
   */
  received: string | null;
  level: LogLevel;
  requirements: string[];
}
export interface LogExit {
  code: number | null;
  signal: string | null;
}
/**
 * The entry of the baseline that lists this failure.
 */
export interface LogListed {
  reason: string;
  link: string | null;
}
/**
 * Something that the implementation did wrong and that no single case reproduces.
 */
export interface FaultLine {
  event: "fault";
  /**
   * A fault of the protocol, or crash, or hang.
   */
  fault: string;
  message: string;
  /**
   * What was in flight, the first few.
   */
  cases: string[];
  stderr?: string;
}
export interface FooterLine {
  event: "footer";
  /**
   * RFC 3339.
   */
  finished: string;
  counts: LogCounts;
  failures: LogFailures;
  nondeterministic: number;
  scores: LogScores;
  coverage: LogCoverage;
  restarts: number;
  faults: number;
  /**
   * Worth knowing, never a verdict.
   */
  notes: string[];
  grade: LogGrade;
  /**
   * Why the grade is not the one above it.
   */
  reasons: string[];
  /**
   * Why the implementation could not be started, or not again.
   */
  diagnosis: string | null;
  interrupted: boolean;
  baseline: null | LogBaseline;
  exitCode: number;
}
export interface LogCounts {
  pass: number;
  fail: number;
  crash: number;
  hang: number;
  "protocol-error": number;
  unsupported: number;
  "not-run": number;
}
/**
 * All failures by level. Crashes, hangs and protocol errors are documented ones.
 */
export interface LogFailures {
  documented: number;
  observed: number;
}
export interface LogScores {
  canonical: LogScore;
  paths: LogScore;
}
export interface LogScore {
  hit: number;
  of: number;
}
export interface LogCoverage {
  exercised: number;
  /**
   * Never exercised.
   */
  missing: string[];
  /**
   * Only exercised by a kind of input that the implementation does not take.
   */
  notApplicable: string[];
}
export interface LogBaseline {
  file: string;
  /**
   * Failures that it lists.
   */
  listed: number;
  /**
   * Failures that it does not list.
   */
  unlisted: number;
  stale: LogStaleEntry[];
}
export interface LogStaleEntry {
  /**
   * In the baseline file, from 1.
   */
  line: number;
  entry: string;
  why: "no longer fails" | "matches nothing";
}
