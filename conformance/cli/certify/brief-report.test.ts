import { describe, expect, it } from 'vitest';
import { DEFAULT_NORMAL } from '../../../spec/generated/editions/dstack-0.18.42/default-normal.ts';
import { NO_COLORS } from '../../../reports/colors.ts';
import { Summarizer } from '../../../reports/summary.ts';
import { renderReport } from '../../../reports/terminal/report.ts';
import type { Input } from '../../case/case.ts';
import type { LogLine } from '../../../spec/generated/event-log.ts';
import { certifyImplementation } from '../../certify/certify.ts';
import { keepingLines } from '../../certify/keeping-lines.ts';
import { inProcessProgram } from '../../faulty/table/in-process-program.ts';
import type { Implementation } from '../../runner/implementation.ts';
import { inProcess } from '../../runner/in-process.ts';
import { EDITION } from '../../testing/edition.ts';
import { sharedSuite } from '../../testing/shared-suite.ts';

const COLUMNS = 80;
const COMMAND = ['python3', 'adapter/dstack_adapter.py', '--strict'];
const CASES = sharedSuite(3000);

/** Returns the rows that the report about an implementation fills on a screen. */
async function rowsOf(implementation: Implementation): Promise<number> {
  const summarizer = new Summarizer();
  const keep = keepingLines(summarizer, undefined);
  await certifyImplementation(implementation, {
    edition: EDITION,
    cases: CASES,
    generated: 'known',
    onLine: (text, result) => {
      if (result !== undefined) {
        keep(text, result);
        return;
      }
      const line = JSON.parse(text) as LogLine;
      // A program has a command, which the report repeats for each cause.
      summarizer.add(line.event === 'header' ? { ...line, command: COMMAND } : line);
    },
  });
  const text = renderReport(summarizer.summary(), 'brief', NO_COLORS);
  expect(text).toContain('dstack-conformance certify --case ');
  return text
    .trimEnd()
    .split('\n')
    .reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / COLUMNS)), 0);
}

function faulty(name: string): Implementation {
  const program = inProcessProgram(name);
  if (program === undefined) throw new Error(`no fault ${name}`);
  return program;
}

function naive(answer: (config: object) => unknown): Implementation {
  function start() {
    return ({ kind, text }: Input) =>
      kind === 'json' ? answer(JSON.parse(text) as object) : { unsupported: 'no YAML yet' };
  }
  return inProcess({ name: 'naive', inputs: ['json', 'yaml'], start });
}

describe('the report about', () => {
  it.each(['default-stop-duration', 'refuses-stop-off', 'accepts-unknown-fields-in-gpu'])(
    'a program with one bug, %s, fits 25 rows of 80 columns',
    async (name) => {
      expect(await rowsOf(faulty(name))).toBeLessThanOrEqual(25);
    },
  );

  it.each(['echo-with-nulls', 'yaml-1.2'])('a program with several bugs, %s, fits 60', async (name) => {
    expect(await rowsOf(faulty(name))).toBeLessThanOrEqual(60);
  });

  it.each<[string, (config: object) => unknown]>([
    ['puts defaults around what it is given', (config) => ({ accepted: { ...DEFAULT_NORMAL, ...config } })],
    ['repeats what it is given', (config) => ({ accepted: config })],
    ['refuses everything', () => ({ rejected: [{ path: '', message: 'not yet' }] })],
    ['crashes', (config) => ({ accepted: Object.keys((config as { env: object }).env) })],
  ])('a naive program that %s fits 60', async (_, answer) => {
    expect(await rowsOf(naive(answer))).toBeLessThanOrEqual(60);
  });
});
