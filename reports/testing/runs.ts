import type { CaseLine, FooterLine, HeaderLine, LogCause, LogLine } from '../../spec/generated/event-log.ts';
import type { Integrity } from '../verdict.ts';
import { Summarizer, type Summary } from '../summary.ts';
import { caseLine, footerLine, headerLine } from './lines.ts';

/** Runs of every kind, made of lines as logs have them, to render in each format. */

const FULL: Partial<HeaderLine> = { corpus: { generated: 10_000, finds: 0 } };
const NO_COVERAGE = { exercised: 0, missing: ['nodes/default'], notApplicable: [] };
const LISTED = { reason: 'not built yet', link: 'https://example.org/issues/5' };

const PASSES = [
  caseLine({}),
  caseLine({ case: 'ports/range/accept-1/json', topic: 'ports', requirements: ['ports/range'] }),
];

/** Returns a case with a wrong value, which is about a requirement of its own. */
export function wrongValue(
  requirement: 'nodes/default' | 'ports/range',
  changes: Partial<CaseLine> = {},
): CaseLine {
  const isNodes = requirement === 'nodes/default';
  const path = isNodes ? '/nodes' : '/ports/*';
  const level = isNodes ? 'documented' : 'observed';
  const requirements = [requirement];
  const cause: LogCause = { id: '0123456789ab', kind: 'wrong-value', path, level, requirements, said: '' };
  return caseLine({
    case: `${requirement}/accept-1/json`,
    topic: isNodes ? 'run' : 'ports',
    received: { accepted: { nodes: 2 } },
    outcome: 'fail',
    level,
    requirements,
    broken: requirements,
    causes: [cause],
    differences: [{ kind: 'wrong', path, expected: '1', received: '2', level, requirements }],
    ...changes,
  });
}

/** Returns a case that ended the program, whatever the document. */
export function crash(changes: Partial<CaseLine> = {}): CaseLine {
  return caseLine({
    outcome: 'crash',
    level: 'documented',
    requirements: [],
    causes: [
      { id: 'ba9876543210', kind: 'crash', path: '', level: 'documented', requirements: [], said: 'exited' },
    ],
    message: 'exited with code 1',
    exit: { code: 1, signal: null },
    stderr: 'first\nlast words\n',
    ...changes,
  });
}

export const FAILED: Partial<FooterLine> = {
  grade: 'non-conformant',
  reasons: ['1 case failed on documented behaviour'],
  exitCode: 1,
};

export const CONFORMANT: Partial<FooterLine> = {
  grade: 'conformant',
  reasons: ['1 case failed on observed behaviour'],
};

function baseline(unlisted: number, ...entries: string[]): Partial<FooterLine> {
  const stale = entries.map((entry, index) => ({ line: index + 1, entry, why: 'no longer fails' as const }));
  return { baseline: { file: 'baseline.yaml', listed: 1, unlisted, stale } };
}

/** The lines of each kind of run. */
export const RUNS = {
  'a run that passed': [headerLine(FULL), ...PASSES, footerLine({})],
  'a run that failed': [
    headerLine(FULL),
    ...PASSES,
    wrongValue('nodes/default'),
    wrongValue('ports/range'),
    footerLine(FAILED),
  ],
  'a run of a conformant program': [
    headerLine(FULL),
    ...PASSES,
    wrongValue('ports/range'),
    footerLine(CONFORMANT),
  ],
  'a run that had to be drop-in': [
    headerLine({ ...FULL, require: 'drop-in' }),
    wrongValue('ports/range'),
    footerLine({ ...CONFORMANT, exitCode: 1 }),
  ],
  'a run of a program that crashes': [headerLine(FULL), crash(), crash(), footerLine(FAILED)],
  'a run with faults': [
    headerLine(FULL),
    ...PASSES,
    { event: 'fault', fault: 'stray-output', message: 'hello', cases: ['a', 'b'], stderr: 'words' },
    footerLine({ ...FAILED, faults: 1 }),
  ],
  'a run whose failures are listed': [
    headerLine(FULL),
    wrongValue('nodes/default', { listed: LISTED }),
    footerLine({ ...FAILED, ...baseline(0), exitCode: 0 }),
  ],
  'a run with entries that no longer fail': [
    headerLine(FULL),
    ...PASSES,
    footerLine({ ...baseline(0, 'case x: fail'), exitCode: 1 }),
  ],
  'a run with unsupported cases that the baseline does not list': [
    headerLine(FULL),
    caseLine({ outcome: 'unsupported', message: 'no ports yet' }),
    footerLine({ grade: 'incomplete', reasons: ['1 case not supported'], ...baseline(1), exitCode: 1 }),
  ],
  'a filtered run': [
    headerLine({ ...FULL, filter: '--topic ports' }),
    ...PASSES,
    footerLine({
      grade: 'incomplete',
      reasons: ['only some cases were asked for: --topic ports'],
      exitCode: 3,
    }),
  ],
  'a shortened run': [headerLine({ corpus: { generated: 5, finds: 0 } }), ...PASSES, footerLine({})],
  'an interrupted run': [
    headerLine(FULL),
    ...PASSES,
    wrongValue('nodes/default'),
    caseLine({ outcome: 'not-run', message: 'interrupted' }),
    footerLine({
      grade: 'incomplete',
      reasons: ['interrupted', '1 case and further ones not run'],
      diagnosis: 'interrupted',
      interrupted: true,
      corpus: { cases: 4, digest: 'sha256:0123456789abcdef', whole: false },
      exitCode: 130,
    }),
  ],
  'a run that never started': [
    headerLine({ ...FULL, implementation: null, inputs: [] }),
    caseLine({ outcome: 'not-run', message: 'there is no program tool' }),
    footerLine({
      grade: 'incomplete',
      reasons: ['there is no program tool', '1 case not run'],
      diagnosis: 'there is no program tool',
      coverage: NO_COVERAGE,
      exitCode: 3,
    }),
  ],
  'a run of some fields': [
    headerLine({ ...FULL, fields: { declared: ['nodes'], of: 33 }, answers: 'verdicts' }),
    ...PASSES.slice(0, 1),
    footerLine({
      coverage: { exercised: 1, missing: [], notApplicable: [], notDeclared: ['ports/range'] },
    }),
  ],
  'a log without an end': [headerLine(FULL), ...PASSES, wrongValue('nodes/default')],
  'a log without a header': PASSES,
  'an empty log': [],
} as const satisfies Readonly<Record<string, readonly LogLine[]>>;

export type RunKind = keyof typeof RUNS;

export const RUN_KINDS = Object.keys(RUNS) as readonly RunKind[];

export function summaryOf(kind: RunKind, integrity?: Integrity): Summary {
  return summaryOfLines(RUNS[kind], integrity);
}

export function summaryOfLines(lines: readonly LogLine[], integrity?: Integrity): Summary {
  const summarizer = new Summarizer();
  for (const line of lines) summarizer.add(line);
  return summarizer.summary(integrity);
}
