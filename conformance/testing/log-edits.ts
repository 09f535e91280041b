import fc from 'fast-check';
import type { CaseLine, FooterLine } from '../../spec/generated/event-log.ts';

/** An edit of a log: the lines of the honest log, without their newlines, become the bytes of another file. */
export interface LogEdit {
  readonly name: string;
  readonly edit: (lines: readonly string[]) => string | Buffer;
}

/** Edits that a person or an accident makes to the text of a log. */
export const EDITS: readonly LogEdit[] = [
  named('each failure becomes a pass', (lines) => lines.map(passed)),
  named('a failure becomes a pass', (lines) => replaced(lines, failureIn(lines), passed)),
  named('a failure becomes a crash', (lines) =>
    replaced(lines, failureIn(lines), (line) => line.replace('"outcome":"fail"', '"outcome":"crash"')),
  ),
  named('a pass becomes unsupported', (lines) =>
    replaced(lines, passIn(lines), (line) => line.replace('"outcome":"pass"', '"outcome":"unsupported"')),
  ),
  named('the failures are dropped', (lines) => lines.filter((line) => !isFailed(line))),
  named('a passed case is dropped', (lines) => lines.toSpliced(passIn(lines), 1)),
  named('a case is doubled', (lines) => lines.toSpliced(1, 0, lines[1] ?? '')),
  named('two cases are swapped', (lines) => lines.toSpliced(1, 2, lines[2] ?? '', lines[1] ?? '')),
  named('an answer is another one', (lines) =>
    replaced(lines, failureIn(lines), (line) =>
      line.replace(/"received":\{.*\},"outcome"/, '"received":{"rejected":[]},"outcome"'),
    ),
  ),
  named('the time of a case is another one', (lines) =>
    replaced(lines, 1, (line) => line.replace(/"durationMs":[^,}]*/, '"durationMs":0.5')),
  ),
  ...['case', 'topic', 'level', 'requirements', 'broken', 'causes', 'differences', 'message'].map((member) =>
    named(`the member ${member} of a failure is gone`, (lines) =>
      replaced(lines, failureIn(lines), (line) => changed(line, { [member]: undefined })),
    ),
  ),
  named('the level of a failure is another one', (lines) =>
    replaced(lines, failureIn(lines), (line) =>
      line.includes('"level":"documented"')
        ? line.replaceAll('"level":"documented"', '"level":"observed"')
        : line.replaceAll('"level":"observed"', '"level":"documented"'),
    ),
  ),
  named('a failure names no requirement', (lines) =>
    replaced(lines, failureIn(lines), (line) => changed(line, { broken: [], causes: [] })),
  ),
  named('a failure is marked as listed', (lines) =>
    replaced(lines, failureIn(lines), (line) => changed(line, { listed: { reason: 'known', link: null } })),
  ),
  named('a document is another one', (lines) =>
    replaced(lines, 1, (line) => changed(line, { input: { kind: 'yaml', text: 'type: task' } })),
  ),
  named('a right answer is another one', (lines) =>
    replaced(lines, 1, (line) => changed(line, { expected: { rejected: [] } })),
  ),
  ...Object.entries({
    suite: { name: 'dstack-conformance', version: '0.0.9' },
    spec: 'dstack-0.17.0/task',
    seed: '7',
    corpus: { generated: 3, finds: 0 },
    run: 'another',
    started: '2020-01-01T00:00:00.000Z',
    command: ['another'],
    inputs: [],
    filter: '--topic gpu',
    require: 'drop-in',
    mode: 'plain',
    implementation: { name: 'another', version: null, language: null },
    requirements: {},
    limits: { jobs: 9, timeoutMs: 9, startupTimeoutMs: 9, maxRestarts: 9 },
  }).map(([member, value]) =>
    named(`the header says another ${member}`, (lines) =>
      replaced(lines, 0, (line) => changed(line, { [member]: value })),
    ),
  ),
  named('the digest of the corpus is another one', (lines) =>
    replaced(lines, lines.length - 1, (line) => line.replace(/"digest":"sha256:./, '"digest":"sha256:x')),
  ),
  named('the header is gone', (lines) => lines.slice(1)),
  named('the header is doubled', (lines) => [lines[0] ?? '', ...lines]),
  named('the header comes last', (lines) => [...lines.slice(1), lines[0] ?? '']),
  ...Object.entries({
    counts: { pass: 9, fail: 0, crash: 0, hang: 0, 'protocol-error': 0, unsupported: 0, 'not-run': 0 },
    failures: { documented: 0, observed: 0 },
    nondeterministic: 3,
    scores: { canonical: { hit: 1, of: 1 }, paths: { hit: 1, of: 1 } },
    coverage: { exercised: 1, missing: ['nodes/default'], notApplicable: [] },
    restarts: 5,
    faults: 1e15,
    notes: ['all is well'],
    grade: 'drop-in',
    reasons: [],
    diagnosis: 'it was tired',
    interrupted: true,
    baseline: { file: 'b.yaml', listed: 1, unlisted: 0, stale: [] },
    exitCode: 0,
    finished: '2020-01-01T00:00:00.000Z',
    corpus: { cases: 3, digest: 'sha256:0', whole: true },
    seal: { lines: 1, digest: 'sha256:0' },
  }).map(([member, value]) =>
    named(`the end says another ${member}`, (lines) =>
      replaced(lines, lines.length - 1, (line) => changed(line, { [member]: value })),
    ),
  ),
  named('the end says drop-in', (lines) => [...lines.slice(0, -1), contented(lines)]),
  named('the end is gone', (lines) => lines.slice(0, -1)),
  named('the end is doubled', (lines) => [...lines, lines.at(-1) ?? '']),
  named('the end comes too early', (lines) => lines.toSpliced(5, 0, lines.at(-1) ?? '')),
  named('a line is cut in the middle', (lines) =>
    replaced(lines, 1, (line) => line.slice(0, line.length >> 1)),
  ),
  named('a line follows the end', (lines) => [...lines, 'x']),
  named('an empty line follows the end', (lines) => [...lines, '']),
  named('a case follows the end', (lines) => [...lines, lines[1] ?? '']),
  named('a fault is added', (lines) =>
    lines.toSpliced(3, 0, '{"event":"fault","fault":"crash","message":"m","cases":[]}'),
  ),
  named('a fault without a name is added', (lines) =>
    lines.toSpliced(3, 0, '{"event":"fault","fault":"?","message":"m","cases":[]}'),
  ),
  named('two logs stand in one file', (lines) => [...lines, ...lines]),
  named('a key comes twice', (lines) =>
    replaced(lines, 1, (line) => line.replace('{"event":"case"', '{"event":"case","event":"case"')),
  ),
  named('the outcome of a failure comes twice', (lines) =>
    replaced(lines, failureIn(lines), (line) => `${line.slice(0, -1)},"outcome":"pass"}`),
  ),
  named('a blank is added', (lines) => replaced(lines, 1, (line) => line.replace(':', ': '))),
  named('a number is huge', (lines) =>
    replaced(lines, 1, (line) => line.replace(/"durationMs":[^,}]*/, '"durationMs":1e999')),
  ),
  named('the number of cases is huge', (lines) =>
    replaced(lines, lines.length - 1, (line) => line.replace(/"cases":\d+/, '"cases":9007199254740991')),
  ),
  named('the number of generated cases is huge', (lines) =>
    replaced(lines, 0, (line) => line.replace(/"generated":(?:\d+|null)/, '"generated":9007199254740991')),
  ),
  named('a text holds a NUL', (lines) => replaced(lines, 1, (line) => line.replace('"', '"\0'))),
  whole('the lines end in CR LF', (text) => text.replaceAll('\n', '\r\n')),
  whole('one line ends in CR LF', (text) => text.replace('\n', '\r\n')),
  whole('the file begins with a byte-order mark', (text) => `\uFEFF${text}`),
  whole('the last newline is gone', (text) => text.slice(0, -1)),
  whole('a NUL follows the end', (text) => `${text}\0`),
  whole('a blank follows the end', (text) => `${text} `),
  whole('the file is UTF-16', (text) => Buffer.from(text, 'utf16le')),
  whole('a byte is no UTF-8', (text) => Buffer.from(text.replace('"case"', '"case\xff"'), 'latin1')),
];

export function named(name: string, edit: (lines: readonly string[]) => readonly string[]): LogEdit {
  return { name, edit: (lines) => textOf(edit(lines)) };
}

function whole(name: string, edit: (text: string) => string | Buffer): LogEdit {
  return { name, edit: (lines) => edit(textOf(lines)) };
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

export function isFailed(line: string): boolean {
  return line.includes('"outcome":"fail"');
}

export function failureIn(lines: readonly string[]): number {
  return lines.findIndex(isFailed);
}

export function passIn(lines: readonly string[]): number {
  return lines.findIndex((line) => line.includes('"outcome":"pass"'));
}

export function replaced(lines: readonly string[], at: number, edit: (line: string) => string): string[] {
  return lines.map((line, index) => (index === at ? edit(line) : line));
}

export function changed(line: string, members: object): string {
  return JSON.stringify({ ...(JSON.parse(line) as object), ...members });
}

/** Rewrites the line of a failure as if it had passed, as a careful forger does: nothing of the failure is left. */
export function passed(line: string): string {
  if (!isFailed(line)) return line;
  const { expected } = JSON.parse(line) as CaseLine;
  const score = 'accepted' in expected ? { canonical: true } : { path: 'none' };
  const nothing = Object.fromEntries(OF_FAILURES.map((member) => [member, undefined]));
  return changed(line, { ...nothing, outcome: 'pass', level: null, ...score });
}

/** Only failures have these members. */
const OF_FAILURES = ['broken', 'causes', 'differences', 'message', 'stderr'];

/** Returns the end of a run in which every case of these lines passed. */
export function contented(lines: readonly string[]): string {
  const footer = JSON.parse(lines.at(-1) ?? '') as FooterLine;
  const pass = lines.filter((line) => line.includes('"event":"case"')).length;
  const none = { fail: 0, crash: 0, hang: 0, 'protocol-error': 0, unsupported: 0, 'not-run': 0 };
  return JSON.stringify({
    ...footer,
    counts: { pass, ...none },
    failures: { documented: 0, observed: 0 },
    grade: 'drop-in',
    reasons: [],
    exitCode: 0,
  });
}

/** Any bytes of a file are replaced by other ones: nothing, or a few. */
export function anySplice(length: number): fc.Arbitrary<{ at: number; gone: number; bytes: Buffer }> {
  return fc.record({
    at: fc.nat(length),
    gone: fc.nat(3),
    bytes: fc.uint8Array({ maxLength: 3 }).map((bytes) => Buffer.from(bytes)),
  });
}
