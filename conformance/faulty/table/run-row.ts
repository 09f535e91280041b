import type { RequirementId } from '../../../spec/generated/requirement-ids.ts';
import type { TestCase } from '../../case/case.ts';
import { declaredCases } from '../../certify/declared-settings.ts';
import { exampleCases } from '../../case/example-cases.ts';
import type { Program } from './build-program.ts';
import { CASES, PLAIN_CASES, YAML_CASES } from './cases.ts';
import { commandOf, type Row, type RunFaultKind } from './row.ts';
import type { CertifySettings } from '../../certify/certify-options.ts';
import type { Implementation } from '../../runner/implementation.ts';
import { plainProgram, protocolProgram } from '../../runner/program.ts';
import { inProcessProgram } from './in-process-program.ts';
import { EDITION } from '../../testing/edition.ts';
import { certifyKeeping, type KeptRun } from '../../testing/kept-results.ts';
import { sharedSuite } from '../../testing/shared-suite.ts';

const MAX_MESSAGE_BYTES = 1_000_000;
/** Limits in milliseconds for programs that answer. They are long enough for a machine with much other load. */
const PATIENT = { timeoutMs: 15_000, startupTimeoutMs: 20_000, maxMessageBytes: MAX_MESSAGE_BYTES };
/** Limits in milliseconds for programs that hang, which are waited for again and again. */
const IMPATIENT = { timeoutMs: 800, startupTimeoutMs: 3000, maxMessageBytes: MAX_MESSAGE_BYTES };
/** Plain mode has only one timeout, because starting and answering are one step. */
const IMPATIENT_PLAIN = { ...IMPATIENT, startupTimeoutMs: 1000 };
const EXAMPLES = exampleCases(EDITION);

/**
 * Certifies the program of a row, in `jobs` conversations side by side: in this process where only its answers are
 * wrong, in processes where they are what is tested.
 */
export function runRow(row: Row, program: Program, jobs = 1): Promise<KeptRun> {
  const implementation = inProcessProgram(row.name) ?? programOf(row, program);
  return certifyKeeping(implementation, { ...settingsOf(row), jobs });
}

/** Certifies the program of a row as it is run by everyone else: in a process. */
export function runRowInProcesses(row: Row, program: Program): Promise<KeptRun> {
  return certifyKeeping(programOf(row, program), settingsOf(row));
}

function programOf(row: Row, program: Program): Implementation {
  const command = commandOf(row, program);
  return row.mode === 'plain' ? plainProgram(command, 'json', row.answers) : protocolProgram(command);
}

function settingsOf(row: Row): CertifySettings {
  const cases = casesOf(row);
  const requirements = requirementsOf(cases);
  const settings = { edition: EDITION, cases, requirements, generated: 'known' } as const;
  return { ...settings, corpusOf: (edition) => declaredCases(edition, cases), ...limitsOf(row) };
}

function limitsOf({ mode, fallsSilent, expected: { grade, faults = [] } }: Row): typeof PATIENT {
  const mayHang = fallsSilent === true || grade === 'incomplete' || faults.includes('hang');
  if (!mayHang) return PATIENT;
  return mode === 'plain' ? IMPATIENT_PLAIN : IMPATIENT;
}

const knownRequirements = new Map<readonly TestCase[], readonly RequirementId[]>();

/** Returns the requirements that cases exercise. They are collected once: many rows ask the same cases. */
function requirementsOf(cases: readonly TestCase[]): readonly RequirementId[] {
  const found = knownRequirements.get(cases) ?? [...new Set(cases.flatMap((test) => test.requirements))];
  knownRequirements.set(cases, found);
  return found;
}

function casesOf({ cases }: Row): readonly TestCase[] {
  switch (cases) {
    case 'examples':
      return EXAMPLES;
    case 'default':
      return sharedSuite();
    case 'twenty':
      return CASES;
    case 'two':
      return CASES.slice(0, 2);
    case 'with-yaml':
      return [...CASES, ...YAML_CASES];
    case 'plain':
      return PLAIN_CASES;
  }
}

/** The parts of a run that the table makes statements about. */
export interface Summary {
  readonly grade: KeptRun['grade'];
  readonly exitCode: number;
  /** Counts by outcome, without the zeros. */
  readonly counts: Readonly<Record<string, number>>;
  readonly culprits: readonly string[];
  readonly nondeterministic: number;
  readonly faults: readonly RunFaultKind[];
}

export function summaryOf(result: KeptRun): Summary {
  const { grade, exitCode, footer, results, faults } = result;
  const counts = Object.fromEntries(Object.entries(footer.counts).filter(([, count]) => count > 0));
  const kinds = new Set([
    ...results.flatMap(({ outcome }) => faultsOf(outcome)),
    ...faults.map(({ kind }) => kind),
  ]);
  const culprits = results.filter(({ outcome }) => outcome.kind !== 'pass').map(({ test }) => test.id);
  return {
    grade,
    exitCode,
    counts,
    culprits,
    nondeterministic: footer.nondeterministic,
    faults: [...kinds].sort(),
  };
}

function faultsOf(outcome: KeptRun['results'][number]['outcome']): RunFaultKind[] {
  switch (outcome.kind) {
    case 'protocol-error':
      return [outcome.fault.kind];
    case 'crash':
    case 'hang':
      return [outcome.kind];
    case 'pass':
    case 'fail':
    case 'unsupported':
    case 'not-run':
      return [];
  }
}

/** Returns the failed cases, each with the requirements that the report names for it. */
export function namedBy(result: KeptRun): { id: string; requirements: readonly RequirementId[] }[] {
  return result.results.flatMap(({ test: { id }, outcome }) =>
    outcome.kind === 'fail' ? [{ id, requirements: outcome.requirements }] : [],
  );
}
