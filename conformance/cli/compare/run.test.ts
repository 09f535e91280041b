import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, it } from 'vitest';
import comparisonSchema from '../../../spec/schemas/comparison.schema.json' with { type: 'json' };
import trendSchema from '../../../spec/schemas/trend.schema.json' with { type: 'json' };
import { suiteSettings } from '../../certify/suite-settings.ts';
import { protocolProgram } from '../../runner/program.ts';
import { captureOutput } from '../../testing/captured-output.ts';
import { EDITION } from '../../testing/edition.ts';
import { logOf } from '../../testing/honest-log.ts';
import { runTrend } from '../trend/run.ts';
import { runCompare } from './run.ts';

const python = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'compare-run-'));
const printed = captureOutput();

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function written(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  return path;
}

/** Certifies the Python implementation with one line of its table replaced, and returns the path of the log. */
async function logOfVersion(name: string, from: string, to: string): Promise<string> {
  const copy = join(folder, name);
  cpSync('examples/python', copy, { recursive: true });
  const file = join(copy, 'taskconf/task.py');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  const program = protocolProgram(['python3', '-B', join(copy, 'dstack_task.py')]);

  return written(
    `${name}.log`,
    await logOf(program, { ...suiteSettings(EDITION, 50), startupTimeoutMs: 60_000, timeoutMs: 60_000 }),
  );
}

describe.runIf(python)('two versions of one implementation', { timeout: 300_000 }, () => {
  it('show the mended and the broken default, as text, JSON, Markdown and a page', async () => {
    const before = await logOfVersion(
      'one',
      'defaulted(read_node_count, 1)',
      'defaulted(read_node_count, 2)',
    );
    const now = await logOfVersion(
      'two',
      '"privileged": defaulted(read_boolean, False)',
      '"privileged": defaulted(read_boolean, True)',
    );
    const [html, markdown, svg] = ['c.html', 'c.md', 't.svg'].map((name) => join(folder, name));
    expect(await runCompare([before, now], { html: html ?? '', markdown: markdown ?? '' })).toBe(1);
    expect(printed.err).toBe('');
    expect(printed.out).toMatch(/Broken\n {2}wrong-value at \/privileged · privileged\/default/);
    expect(printed.out).toMatch(/Fixed\n {2}wrong-value at \/nodes · nodes\/default/);
    for (const file of [html, markdown]) {
      const text = readFileSync(file ?? '', 'utf8');
      expect(text).toContain('privileged/default');
      expect(text).toContain('Worse: ');
    }
    printed.out = '';
    expect(await runCompare([before, now], { json: true })).toBe(1);
    expect(new Ajv2020({ strict: false }).validate(comparisonSchema, JSON.parse(printed.out))).toBe(true);
    expect(await runCompare([before, before], {})).toBe(0);
    printed.out = '';
    expect(await runTrend([now, before], { json: true, svg: svg ?? '' })).toBe(0);
    const trend = JSON.parse(printed.out) as { runs: readonly { log: string }[] };
    expect(new Ajv2020({ strict: false }).validate(trendSchema, trend)).toBe(true);
    expect(trend.runs.map(({ log }) => log)).toEqual([before, now]);
    expect(readFileSync(svg ?? '', 'utf8')).toContain('Requirements held in 2 runs');
  });
});

describe('logs that can not be compared', () => {
  it.each([
    ['runCompare', runCompare],
    ['runTrend', runTrend],
  ])('make %s exit with 3 if one was cut, and with 2 if one is none or is missing', async (_, run) => {
    const lines = await logOf('answer-with-blanks');
    const whole = written('whole.log', lines);
    expect(await run([whole, written('cut.log', lines.slice(0, -1))], {})).toBe(3);
    expect(printed.err).toContain('it has no end');
    expect(await run([whole, written('none.log', ['hello'])], {})).toBe(2);
    expect(await run([whole, join(folder, 'missing.log')], {})).toBe(2);
  });

  it('exit with 3 if no case was asked in both', async () => {
    const ports = written('ports.log', await logOf('answer-with-blanks', { filter: { topics: ['ports'] } }));
    const retry = written('retry.log', await logOf('answer-with-blanks', { filter: { topics: ['retry'] } }));
    expect(await runCompare([ports, retry], {})).toBe(3);
    expect(printed.err).toContain('no case was asked in both');
  });

  it('are refused as wrong usage if there is only one, or if a report would overwrite one', async () => {
    const only = written('only.log', ['hello']);
    expect(await runCompare([only], {})).toBe(2);
    expect(await runCompare([only, join(folder, 'b.log')], { markdown: only })).toBe(2);
    expect(readFileSync(only, 'utf8')).toBe('hello\n');
  });
});
