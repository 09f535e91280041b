import type { CaseLine, FooterLine, HeaderLine } from '../../spec/generated/event-log.ts';

/** Makes lines of a log for tests, complete except for the changes of a test. */
export function headerLine(changes: Partial<HeaderLine> = {}): HeaderLine {
  return {
    event: 'header',
    format: 1,
    run: 'run-1',
    started: '2026-01-01T00:00:00.000Z',
    suite: { name: 'dstack-conformance', version: '1.0.0' },
    spec: 'dstack-0.18.42/task',
    seed: null,
    corpus: { generated: 0, finds: 0 },
    mode: 'protocol',
    command: ['tool'],
    inputs: ['json'],
    implementation: { name: 'tool', version: '2', language: 'Go' },
    platform: { os: 'linux', arch: 'x64', runtime: 'node 20' },
    limits: { jobs: 1, timeoutMs: 1, startupTimeoutMs: 1, maxRestarts: 1 },
    filter: null,
    require: 'conformant',
    requirements: {
      'nodes/default': { topic: 'run', level: 'documented', sentence: '`nodes` defaults to 1.' },
      'ports/range': { topic: 'ports', level: 'observed', sentence: 'A port is between 1 and 65536.' },
    },
    ...changes,
  };
}

export function caseLine(changes: Partial<CaseLine>): CaseLine {
  return {
    event: 'case',
    case: 'nodes/default/accept-1/json',
    topic: 'run',
    input: { kind: 'json', text: '{"type":"task"}' },
    expected: { accepted: {} },
    received: null,
    outcome: 'pass',
    level: null,
    requirements: ['nodes/default'],
    durationMs: 1,
    ...changes,
  };
}

export function footerLine(changes: Partial<FooterLine>): FooterLine {
  return {
    event: 'footer',
    finished: '2026-01-01T00:00:01.000Z',
    corpus: { cases: 3, digest: 'sha256:0123456789abcdef', whole: true },
    counts: { pass: 1, fail: 0, crash: 0, hang: 0, 'protocol-error': 0, unsupported: 0, 'not-run': 0 },
    failures: { documented: 0, observed: 0 },
    nondeterministic: 0,
    scores: { canonical: { hit: 1, of: 1 }, paths: { hit: 0, of: 0 } },
    coverage: { exercised: 1, missing: [], notApplicable: [] },
    restarts: 0,
    faults: 0,
    notes: [],
    grade: 'drop-in',
    reasons: [],
    diagnosis: null,
    interrupted: false,
    baseline: null,
    exitCode: 0,
    seal: { lines: 2, digest: 'sha256:0123456789abcdef' },
    ...changes,
  };
}
