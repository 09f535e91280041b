import { randomUUID } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { visible } from '../../../reports/visible.ts';
import type { CaseLine, HeaderLine } from '../../../spec/generated/event-log.ts';
import type { Edition } from '../../edition.ts';
import { editionWithId } from '../../editions/find-edition.ts';
import { EDITIONS, type Register } from '../../editions/register.ts';
import { isRequirement, type Expected, type TestCase } from '../../case/case.ts';
import { askAndReport, type Output } from '../certify/ask-and-report.ts';
import { settingsOf } from '../../certify/certify.ts';
import type { CaseResult } from '../../judge/outcome.ts';
import { readEventLog } from '../../log/event-log.ts';
import { tapeOf } from '../../replay/tape.ts';
import { playTape } from '../../replay/tape-player.ts';
import type { CertifyOptions } from '../../certify/certify-options.ts';

/** An earlier run, read from its log: its cases, and the answers of those that passed. */
export interface EarlierRun {
  readonly edition: Edition;
  readonly header: HeaderLine;
  readonly results: readonly CaseResult[];
}

const LOG_BEGINS = '{"event":"header"';

/** Returns whether a file begins like an event log. */
export async function isLog(path: string): Promise<boolean> {
  try {
    const file = await open(path);
    const { buffer, bytesRead } = await file
      .read(Buffer.alloc(LOG_BEGINS.length))
      .finally(() => file.close());
    return buffer.toString('latin1', 0, bytesRead) === LOG_BEGINS;
  } catch {
    return false;
  }
}

/** Reads the log of a run of one of these editions. Returns the reason if it can't be replayed. */
export async function readRun(path: string, editions: Register = EDITIONS): Promise<EarlierRun | string> {
  const text = await readFile(path, 'utf8');
  const { lines, damaged } = readEventLog(text);
  const [header] = lines;
  if (damaged.length > 0) return `line ${damaged[0] ?? 0} is no event`;
  if (header?.event !== 'header') return 'it is no event log';
  const named = editionWithId(editions, header.spec);
  if (named.kind === 'unknown') return named.reason;
  const edition = await named.edition.load();
  const rows = text.split('\n');
  const results = lines.flatMap((line, index) =>
    line.event === 'case' && line.outcome !== 'not-run' ? [resultOf(edition, line, rows[index] ?? '')] : [],
  );
  return results.length === 0 ? 'no case was asked in that run' : { edition, header, results };
}

/**
 * Replays a run: passed cases are compared byte for byte as far as possible, and all other cases are asked and judged.
 * Returns the exit code.
 */
export async function replayRun(
  { edition, header, results }: EarlierRun,
  options: Omit<CertifyOptions, 'edition' | 'cases'>,
  output: Output,
): Promise<number> {
  const isPlain = header.mode === 'plain';
  const tape = tapeOf(isPlain ? [] : results);
  const settings = settingsOf({ ...options, edition }, randomUUID());
  const { confirmed } = isPlain
    ? { confirmed: 0 }
    : await playTape({ ...settings, command: options.command }, tape);
  const same = new Set(tape.cases.slice(0, confirmed));
  const cases = results.map(({ test }) => test).filter((test) => !same.has(test));
  const { run, started } = header;
  if (output.json === true)
    process.stdout.write(`${JSON.stringify({ confirmed, of: results.length, run, started })}\n`);
  else
    process.stdout.write(
      `${confirmed} of ${results.length} answers are byte for byte those of the run ${visible(run)} of ${visible(started)}\n\n`,
    );
  if (cases.length === 0) {
    output.log?.close();
    return 0;
  }
  const [input] = header.inputs;
  const plain = isPlain && input !== undefined ? { plain: input } : {};
  const { exitCode } = await askAndReport({ ...options, ...plain, edition, cases }, output);
  return exitCode;
}

/**
 * Returns the recorded result. The answer is cut out of the line's text, because reading it as JSON would lose its
 * spelling.
 */
function resultOf(edition: Edition, line: CaseLine, row: string): CaseResult {
  const { case: id, input, outcome, durationMs } = line;
  const requirements = line.requirements.filter(isRequirement);
  const test: TestCase = { id, edition, input, expected: expectedOf(line), requirements };
  if (outcome !== 'pass')
    return { test, outcome: { kind: 'not-run', reason: '' }, received: { kind: 'nothing' }, durationMs };
  const from = row.indexOf(RECEIVED) + RECEIVED.length;
  const json = row.slice(from, row.lastIndexOf(',"outcome":"'));
  return { test, outcome: { kind: 'pass' }, received: { kind: 'result', json }, durationMs };
}

/**
 * The first occurrence of this text is the answer: neither the input, which is text, nor the expectation has such a
 * key.
 */
const RECEIVED = ',"received":';

function expectedOf({ expected }: CaseLine): Expected {
  if ('accepted' in expected) return { kind: 'accepted', normal: JSON.stringify(expected.accepted) };
  const violations = expected.rejected.flatMap(({ requirement, path }) =>
    isRequirement(requirement) ? [{ requirement, path }] : [],
  );
  return { kind: 'rejected', violations };
}
